using Memti.Abstractions.Diagnostics;
using Memti.Host.Rendering.Training;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Stages;

namespace Memti.Host.Rendering.Weights;

/// <summary>Output of the stages for readers: progress and findings on standard error, paths of the output files on standard
/// output.</summary>
internal sealed class WeightsLines(TextWriter error, TextWriter output) : WeightsWriter
{
    private TrainingLine? _line;
    private string _stage = "";

    public override StageProgress Watch => new() { Training = BeginTraining, Noticed = Finding, Done = Say };

    public override void Begin(string stage) => _stage = stage;

    public override void Remark(string text) => Say(text);

    public override void Finding(Diagnostic finding)
    {
        _line?.Dispose();
        DiagnosticPrinter.Print(error, [finding]);
    }

    public override void End(StageResult result)
    {
        Findings(result.Findings);
        foreach (string line in result.Summary)
            Say(line);
        if (!result.Succeeded)
            return;
        Say($"{_stage}: {(result.UpToDate ? "up to date" : "done")}");
        foreach (StageOutput file in result.Outputs)
            output.WriteLine(file.File);
    }

    public override void Dispose()
    {
        _line?.Dispose();
        base.Dispose();
    }

    private TrainingLine BeginTraining(string piece)
    {
        _line?.Dispose();
        return _line = new TrainingLine(error, piece + ": ");
    }

    private void Say(string text)
    {
        _line?.Dispose();
        error.WriteLine(text);
    }
}
