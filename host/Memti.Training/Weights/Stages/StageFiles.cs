using Memti.Documents.Files;
using Memti.Training.Weights.Requests;
using Memti.WeightImages.Manifests;

namespace Memti.Training.Weights.Stages;

/// <summary>Where the stages of a request keep their files.</summary>
internal sealed record StageFiles(WeightRequest Request)
{
    public string Retrained => Work("retrained.json");

    public string Emitted => Work("emitted.manifest.json");

    public string Pieces => Path.Combine(Request.Work, "training");

    public string Manifest => Path.Combine(Request.Output, WeightManifest.FileName);

    public string Report => Path.Combine(Request.Output, "simulation.json");

    public string Stamp(string stage) => Work($"{stage}.stamp.json");

    private string Work(string name)
    {
        WholeFile.MakeFolder(Request.Work);
        return Path.Combine(Request.Work, name);
    }
}
