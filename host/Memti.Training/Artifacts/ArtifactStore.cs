using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Documents.Json;
using Memti.Training.Checkpoints;
using Memti.Training.Codes;

namespace Memti.Training.Artifacts;

/// <summary>Stores finished artifacts of long-running work in a folder. Each is a JSON file that is complete or absent, and states what it
/// depends on.</summary>
/// <param name="folder">The folder, created if missing.</param>
/// <param name="found">Is told of each damaged file, once. Default: null, for nobody.</param>
public sealed partial class ArtifactStore(string folder, Action<Diagnostic>? found = null)
{
    private const string IdentityKey = "run_sha256";

    private readonly HashSet<string> _damaged = new(StringComparer.Ordinal);

    /// <summary>Path of a file of the store. Creates its folder.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>, also where a link leads out of the
    /// folder.</exception>
    public string Path(string name)
    {
        if (!ConfinedPath.TryResolve(folder, name, out string path, out string why))
            throw new MemtiException(
                new Diagnostic(DiagnosticCode.OutputUnwritable, $"the file cannot be kept in the folder '{folder}': {why}.")
                {
                    File = System.IO.Path.Combine(folder, name)
                });
        WholeFile.MakeFolder(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>A finished artifact; null when it is absent, damaged or has another identity.</summary>
    /// <param name="name">The artifact.</param>
    /// <param name="identity">Everything that it depends on.</param>
    /// <param name="parse">Takes what it needs of the file.</param>
    public T? Read<T>(string name, RunIdentity identity, Func<JsonMembers, T> parse)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(parse);
        string path = Path(name + ".json");
        if (!File.Exists(path))
            return null;
        try
        {
            JsonMembers piece = SealedJson.Read(
                WholeFile.Read(path),
                new JsonFile(path, "piece of finished work", TrainingCodes.RecordUnreadable, "It is made again."));
            return piece.Text(IdentityKey) == identity.Sha256 ? parse(piece) : null;
        }
        catch (MemtiException error) when (error.Diagnostic.Code == TrainingCodes.RecordUnreadable)
        {
            if (_damaged.Add(path))
                found?.Invoke(error.Diagnostic with { Severity = Severity.Warning });
            return null;
        }
    }

    /// <summary>Stores a finished artifact.</summary>
    public void Write(string name, RunIdentity identity, JsonObject piece)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(piece);
        piece[IdentityKey] = identity.Sha256;
        WholeFile.Write(Path(name + ".json"), SealedJson.Write(piece));
    }

    /// <summary>
    /// Deletes, once all work is done, what killed or cancelled runs left: files that never became whole, and checkpoints, which nothing
    /// will go on from.
    /// </summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public void CleanUp() => Leftovers.Sweep(folder, below: true, static name => CheckpointName().IsMatch(name));

    /// <summary>Name of the checkpoint of an artifact. The identity keeps those of different runs apart.</summary>
    internal static string Checkpoint(string name, RunIdentity identity) => $"{name}-{identity.Sha256[..12]}.checkpoint";

    [GeneratedRegex("-[0-9a-f]{12}\\.checkpoint$", RegexOptions.CultureInvariant)]
    private static partial Regex CheckpointName();

    /// <summary>Writes a text atomically.</summary>
    public void WriteText(string name, string text) => WholeFile.Write(Path(name), Encoding.UTF8.GetBytes(text));
}
