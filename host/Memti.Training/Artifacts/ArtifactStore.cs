using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Training.Checkpoints;

namespace Memti.Training.Artifacts;

/// <summary>Finished pieces of longer work in a folder, each a JSON file that is whole or not there and says what it depends on.</summary>
/// <param name="folder">The folder; made when it is not there.</param>
public sealed class ArtifactStore(string folder)
{
    private const string IdentityKey = "run_sha256";

    /// <summary>Path of a file of the store; its folder is made.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public string Path(string name)
    {
        string path = System.IO.Path.Combine(folder, name);
        WholeFile.MakeFolder(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>A finished piece; null when there is none, or one that came from something else.</summary>
    public JsonObject? Read(string name, RunIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        string path = Path(name + ".json");
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonNode.Parse(WholeFile.Read(path)) is JsonObject piece && (string?)piece[IdentityKey] == identity.Sha256 ? piece : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps a finished piece.</summary>
    public void Write(string name, RunIdentity identity, JsonObject piece)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(piece);
        piece[IdentityKey] = identity.Sha256;
        WriteText(name + ".json", JsonText.Of(piece));
    }

    /// <summary>Writes a text whole.</summary>
    public void WriteText(string name, string text) => WholeFile.Write(Path(name), Encoding.UTF8.GetBytes(text));
}
