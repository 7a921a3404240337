using Memti.Abstractions;
using Memti.Hosting;
using Memti.Images;
using Memti.Scenarios;

namespace Memti.Weights;

/// <summary>Stage <c>emit</c>: lays the retrained weights out and writes the images of all regions, the manifest, its provenance and bill of materials.</summary>
public static class EmitStage
{
    /// <summary>Name of the stage.</summary>
    public const string Name = "emit";

    /// <summary>Runs the stage where its inputs have other content than the last time.</summary>
    /// <param name="request">The request.</param>
    /// <param name="catalog">Loads the plugins, if they are needed.</param>
    /// <param name="watch">Is told how far it is.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.StageMissing"/> before stage retrain; MEMTI72xx; <see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static StageResult Run(WeightRequest request, Func<PluginCatalog> catalog, StageWatch watch)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(watch);
        if (request.Regions.Count == 0)
            throw new MemtiException(new Diagnostic(DiagnosticCode.RequestDoesNotFit, "the request names no region, so that there is nothing to emit; permitted: one or more.") { File = request.File, Key = "regions" });
        var files = new StageFiles(request);
        RequireRetrained(request, files);
        IReadOnlyList<InputFile> Retrained() => StageStamp.Hash([files.Retrained]);
        var stage = new Stage(Name, request, request.Sha256);
        if (stage.Finished(Retrained()) is not null && IsEmitted(files, out WeightManifest? manifest))
            return new StageResult(true, Outputs(files, manifest), []);
        return stage.Run(catalog(), Retrained, project => new ImageEmission(project, files, watch).Run(TrainedTasks.Read(files.Retrained)));
    }

    /// <summary>The images and documents of a manifest.</summary>
    internal static IReadOnlyList<StageOutput> Outputs(StageFiles files, WeightManifest manifest)
    {
        string folder = files.Request.Output;
        return
        [
            .. manifest.Regions.SelectMany(region => region.Images.SelectMany(image => image.Files.Select(file => new StageOutput(Path.Combine(folder, file.File), "image", region.Name, image.Task)))),
            new StageOutput(files.Manifest, "manifest"),
            new StageOutput(Path.Combine(folder, InTotoStatement.FileName), "provenance"),
            new StageOutput(Path.Combine(folder, ModelBom.FileName), "bom"),
        ];
    }

    /// <summary>True when the manifest is the emitted one, with or without the cost that a simulation added, and everything that it names is whole.</summary>
    private static bool IsEmitted(StageFiles files, out WeightManifest manifest)
    {
        manifest = ManifestFile.Read(files.Emitted);
        if (!File.Exists(files.Manifest) || ManifestCheck.Verify(files.Manifest).Count > 0)
            return false;
        WeightManifest there = ManifestFile.Read(files.Manifest);
        return ManifestFile.ToBytes(there with { Cost = null }).AsSpan().SequenceEqual(WholeFile.Read(files.Emitted));
    }

    private static void RequireRetrained(WeightRequest request, StageFiles files)
    {
        if (new Stage(RetrainStage.Name, request, request.TrainingSha256).Finished([]) is null)
            throw new MemtiException(new Diagnostic(DiagnosticCode.StageMissing, "there are no weights of this request; run stage retrain first.") { File = files.Retrained });
    }
}
