using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Training.Codes;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Requests;
using Memti.Training.Weights.Stages;
using Memti.Training.Weights.Tasks;
using Memti.WeightImages.Manifests;
using Memti.WeightImages.Provenance;

namespace Memti.Training.Weights;

/// <summary>Stage <c>emit</c>: lays out the retrained weights, and writes the weight images of all regions with manifest, provenance and
/// bill of materials.</summary>
public static class EmitStage
{
    /// <summary>Name of the stage.</summary>
    public const string Name = "emit";

    /// <summary>Runs the stage unless its inputs are unchanged.</summary>
    /// <exception cref="MemtiException"><see cref="WeightCodes.StageMissing"/>: stage retrain has not run; MEMTI72xx;
    /// <see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static StageResult Run(WeightBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        WeightRequest request = build.Request;
        if (request.Regions.Count == 0)
            throw new MemtiException(
                new Diagnostic(
                    WeightCodes.RequestDoesNotFit,
                    "the request names no region, so that there is nothing to emit; permitted: one or more.")
                {
                    File = request.File,
                    Key = "regions"
                });
        var files = new StageFiles(request);
        if (!RetrainStage.Of(build).IsFinished)
            throw new MemtiException(
                new Diagnostic(WeightCodes.StageMissing, "there are no weights of this request; run stage retrain first.")
                {
                    File = files.Retrained
                });
        var stage = new Stage(Name, build, request.Sha256, files.Retrained);
        if (stage.IsFinished && Emitted(files) is { } manifest)
            return new StageResult(true, Outputs(files, manifest), []);
        return stage.Run(project => new ImageEmission(project, files, build.Watch).Run(TrainedTasks.Read(files.Retrained)));
    }

    /// <summary>The weight images and documents of a manifest.</summary>
    internal static IReadOnlyList<StageOutput> Outputs(StageFiles files, WeightManifest manifest)
    {
        return
        [
            .. manifest.Regions.SelectMany(region => Images(files, region)),
            files.Output(files.Manifest, "manifest"),
            files.Output(Path.Combine(files.Folder, InTotoStatement.FileName), "provenance"),
            files.Output(Path.Combine(files.Folder, ModelBom.FileName), "bom"),
        ];
    }

    private static IEnumerable<StageOutput> Images(StageFiles files, ManifestRegion region) =>
        from image in region.Images
        from file in image.Files
            // Builds copy and clean what is listed here: a manifest that was edited must not name files elsewhere.
        where ConfinedPath.TryResolve(files.Folder, file.File, out _, out _)
        select files.Output(Path.Combine(files.Folder, file.File), "image", region.Name, image.Task);

    /// <summary>The manifest if it is the emitted one, with or without the cost of a simulation, and its documents are undamaged. The stamp
    /// covers the weight images.</summary>
    private static WeightManifest? Emitted(StageFiles files)
    {
        if (!File.Exists(files.Manifest))
            return null;
        try
        {
            WeightManifest manifest = ManifestFile.Read(files.Manifest);
            return ManifestFile.ToBytes(manifest with { Cost = null }).AsSpan().SequenceEqual(WholeFile.Read(files.Emitted))
                && ManifestDocuments.AreIn(files.Folder, manifest) ? manifest : null;
        }
        catch (MemtiException)
        {
            return null; // A damaged manifest is written anew.
        }
    }
}
