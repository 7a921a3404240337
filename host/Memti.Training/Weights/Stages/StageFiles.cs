using Memti.Documents.Files;
using Memti.Training.Weights.Inputs;
using Memti.Training.Weights.Requests;
using Memti.WeightImages.Manifests;

namespace Memti.Training.Weights.Stages;

/// <summary>Where the stages of a request keep their files, as seen from the working directory.</summary>
internal sealed record StageFiles(WeightRequest Request)
{
    /// <summary>The stage whose results serve every output folder.</summary>
    public const string Training = "retrain";

    private const string OfOutput = "output", OfWork = "work", OfRequest = "given";
    private const int NameDigits = 12;

    public string Folder => Request.At(Request.Output);

    public string WorkFolder => Request.At(Request.Work);

    public string Retrained => Work("retrained.json");

    // A copy of the manifest as emitted, because the one in the output folder receives the cost later.
    public string Emitted => OutputState("emitted.manifest.json");

    public string Pieces => Path.Combine(WorkFolder, "training");

    public string Manifest => Path.Combine(Folder, WeightManifest.FileName);

    public string Report => Path.Combine(Folder, "simulation.json");

    /// <summary>The stamp of a stage. Training serves every output folder; what is written into one has stamps of its own.</summary>
    public string Stamp(string stage) => stage == Training ? Work($"{stage}.stamp.json") : OutputState($"{stage}.stamp.json");

    /// <summary>A file as an output of a stage.</summary>
    public StageOutput Output(string path, string kind, string? region = null, string? task = null) =>
        new(Request.NameOf(path), kind, region, task);

    /// <summary>A file with what it holds now, by its place in the output or work folder.</summary>
    /// <param name="name">The file as <see cref="WeightRequest.NameOf"/> names it.</param>
    public InputFile Now(string name)
    {
        string path = Request.At(name);
        (string role, string known) = Below(Folder, path) is { } output ? (OfOutput, output)
            : Below(WorkFolder, path) is { } work ? (OfWork, work)
            : (OfRequest, name);
        return new InputFile(role, known, FileHash.OrMissing(path));
    }

    /// <summary>True when a file that a stamp names holds what it says. A stamp cannot make anyone read a file elsewhere.</summary>
    public bool IsAsStated(InputFile stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        return Place(stated) is { } path && FileHash.OrMissing(path) == stated.Sha256;
    }

    private string? Place(InputFile stated) => stated.Role switch
    {
        OfOutput => Inside(Folder, stated.Name),
        OfWork => Inside(WorkFolder, stated.Name),
        OfRequest => Request.Tasks.Any(task => task.Weights == stated.Name) ? Request.At(stated.Name) : null,
        _ => null,
    };

    private static string? Inside(string folder, string name) =>
        ConfinedPath.TryResolve(folder, name, out string path, out _) ? path : null;

    private static string? Below(string folder, string path)
    {
        string relative = Path.GetRelativePath(folder.Length == 0 ? "." : folder, path.Length == 0 ? "." : path).Replace('\\', '/');
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }

    private string Work(string name) => In(WorkFolder, name);

    // Named by a hash, because an output folder may lie anywhere.
    private string OutputState(string name) => In(
        Path.Combine(
            WorkFolder,
            "outputs",
            WholeFile.Sha256(System.Text.Encoding.UTF8.GetBytes(Path.TrimEndingDirectorySeparator(Request.Output).Replace('\\', '/')))
                [..NameDigits]),
        name);

    private static string In(string folder, string name)
    {
        WholeFile.MakeFolder(folder);
        return Path.Combine(folder, name);
    }
}
