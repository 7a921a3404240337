using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Runs;
using Memti.Runs.Deployments;
using Memti.Runs.Reports;
using Memti.Runs.Running;
using Memti.Training.Codes;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Stages;
using Memti.WeightImages.Manifests;
using Memti.WeightImages.Provenance;

namespace Memti.Training.Weights;

/// <summary>Stage <c>simulate</c>: runs the scenario with the emitted weight images, and adds the cost of a frame to the
/// manifest.</summary>
public static class SimulateStage
{
    /// <summary>Name of the stage.</summary>
    public const string Name = "simulate";

    /// <summary>Runs the stage where its inputs have other content than the last time.</summary>
    /// <exception cref="MemtiException"><see cref="WeightCodes.StageMissing"/> before stage emit; MEMTI72xx for damaged images; what the
    /// simulation says.</exception>
    public static StageResult Run(WeightBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var files = new StageFiles(build.Request);
        if (!File.Exists(files.Manifest) || !File.Exists(files.Emitted))
            throw new MemtiException(
                new Diagnostic(WeightCodes.StageMissing, "there are no weight images of this request; run stage emit first.")
                {
                    File = files.Manifest
                });
        var stage = new Stage(Name, build, build.Request.Sha256, files.Emitted);
        StageOutput[] outputs =
        [
            .. EmitStage.Outputs(files, ManifestFile.Read(files.Manifest)).Where(static output => output.Kind != "image"),
            files.Output(files.Report, "report"),
        ];
        if (stage.IsFinished)
            return new StageResult(true, outputs, []);
        IReadOnlyList<Diagnostic> findings = [];
        StageResult result = stage.Run(project =>
        {
            RunOutcome outcome = Simulate(project, files, build.CancellationToken);
            findings = outcome.Findings;
            // Failed runs leave no outputs, and so no stamp: the next build tries again.
            if (outcome.Report is not { } whole)
                return [];
            WeightManifest manifest = ManifestFile.Read(files.Manifest) with { Cost = Cost(whole, project.Design.Name) };
            ManifestDocuments.Write(files.Folder, manifest);
            WholeFile.Write(files.Report, System.Text.Encoding.UTF8.GetBytes(ReportJson.Render(Naming(whole, manifest))));
            return outputs;
        });
        return result with { Findings = [.. result.Findings, .. findings.Except(result.Findings)] };
    }

    private static RunOutcome Simulate(WeightProject project, StageFiles files, CancellationToken cancellationToken) =>
        new RunPipeline(project.Catalog).Run(
        new RunRequest
        {
            ScenarioFile = project.Request.At(project.Request.Scenario),
            Overrides = project.Request.Overrides,
            Designs = [project.Design.Name],
            Threads = project.Request.Threads,
            Weights = DeployedWeights.Load(files.Manifest),
        },
        cancellationToken);

    /// <summary>The report with the hash of the manifest that lies beside it. The run itself saw it before, or with an earlier
    /// cost.</summary>
    private static RunReport Naming(RunReport report, WeightManifest manifest) => report with
    {
        Weights = report.Weights! with { Sha256 = WholeFile.Sha256(ManifestFile.ToBytes(manifest)) },
    };

    private static ManifestCost Cost(RunReport report, string name)
    {
        DesignReport design = report.Designs.First(design => design.Name == name);
        return new ManifestCost(
            name,
            design.Figures.EnergyPerFrameMj,
            design.Figures.MaxFps ?? 0,
            design.Figures.PowerMw ?? 0,
            design.Figures.WeightMemoryAreaMm2 ?? 0,
            design.ReloadBytesPerFrame ?? 0,
            design.Figures.LifetimeYears,
            design.Frames.Total);
    }
}
