using Memti.Documents.Files;
using Memti.Training.Weights.Requests;
using Memti.WeightImages.Manifests;

namespace Memti.Training.Weights.Stages;

/// <summary>Where the stages of a request keep their files, as seen from the working directory.</summary>
internal sealed record StageFiles(WeightRequest Request)
{
    public string Folder => Request.At(Request.Output);

    public string Retrained => Work("retrained.json");

    // A copy of the manifest as emitted, because the one in the output folder receives the cost later.
    public string Emitted => Work("emitted.manifest.json");

    public string Pieces => Path.Combine(Request.At(Request.Work), "training");

    public string Manifest => Path.Combine(Folder, WeightManifest.FileName);

    public string Report => Path.Combine(Folder, "simulation.json");

    public string Stamp(string stage) => Work($"{stage}.stamp.json");

    /// <summary>A file as an output of a stage.</summary>
    public StageOutput Output(string path, string kind, string? region = null, string? task = null) =>
        new(Request.NameOf(path), kind, region, task);

    private string Work(string name)
    {
        string folder = Request.At(Request.Work);
        WholeFile.MakeFolder(folder);
        return Path.Combine(folder, name);
    }
}
