using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Training.Checkpoints;

namespace Memti.Training.Artifacts;

/// <summary>Stores finished artifacts of long-running work in a folder. Each is a JSON file that is complete or absent, and states what it
/// depends on.</summary>
/// <param name="folder">The folder, created if missing.</param>
public sealed class ArtifactStore(string folder)
{
    private const string IdentityKey = "run_sha256";

    /// <summary>Path of a file of the store. Creates its folder.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public string Path(string name)
    {
        string path = System.IO.Path.Combine(folder, name);
        WholeFile.MakeFolder(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>A finished artifact; null when it is absent or has another identity.</summary>
    public JsonObject? Read(string name, RunIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        string path = Path(name + ".json");
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonNode.Parse(WholeFile.Read(path)) is JsonObject piece && (string?)piece[IdentityKey] == identity.Sha256
                ? piece
                : null;
        }
        catch (JsonException)
        {
            // A damaged file counts as absent: the artifact is made again.
            return null;
        }
    }

    /// <summary>Stores a finished artifact.</summary>
    public void Write(string name, RunIdentity identity, JsonObject piece)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(piece);
        piece[IdentityKey] = identity.Sha256;
        WriteText(name + ".json", JsonText.Of(piece));
    }

    /// <summary>Writes a text atomically.</summary>
    public void WriteText(string name, string text) => WholeFile.Write(Path(name), Encoding.UTF8.GetBytes(text));
}
