using System.Diagnostics;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Host.Rendering.Training;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Stages;

namespace Memti.Host.Rendering.Weights;

/// <summary>Output of the stages as events, one JSON object per line.</summary>
internal sealed class WeightsEvents(TextWriter output) : WeightsWriter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _sinceStep = Stopwatch.StartNew();
    private string _stage = "";

    public override StageProgress Watch => new()
    {
        Training = piece => new Steps(step =>
        {
            // At most one progress event per second; a finished epoch is always reported.
            if (step.Finished is null && _sinceStep.Elapsed < Pause)
                return;
            _sinceStep.Restart();
            Progress($"{piece}: {TrainingLine.Describe(step)}");
        }),
        Noticed = Finding,
        Done = Progress,
    };

    public override void Begin(string stage) => _stage = stage;

    public override void Remark(string text) => Progress(text);

    public override void Finding(Diagnostic finding) => Write(new JsonObject
    {
        ["event"] = "diagnostic",
        ["severity"] = finding.Severity.ToString().ToLowerInvariant(),
        ["code"] = finding.Code,
        ["file"] = finding.File,
        ["line"] = finding.Line,
        ["column"] = finding.Column,
        ["message"] = finding.Message,
        ["key"] = finding.Key,
    });

    public override void End(StageResult result)
    {
        Findings(result.Findings);
        foreach (string line in result.Summary)
            Write(new JsonObject { ["event"] = "summary", ["text"] = line });
        if (!result.Succeeded)
            return;
        foreach (StageOutput file in result.Outputs)
            Write(
                new JsonObject
                {
                    ["event"] = "output",
                    ["file"] = file.File,
                    ["kind"] = file.Kind,
                    ["region"] = file.Region,
                    ["task"] = file.Task
                });
        Write(new JsonObject { ["event"] = "done", ["stage"] = _stage, ["up_to_date"] = result.UpToDate });
    }

    private void Progress(string text) => Write(new JsonObject { ["event"] = "progress", ["stage"] = _stage, ["text"] = text });

    private void Write(JsonObject value)
    {
        try
        {
            output.WriteLine(value.ToJsonString());
            // Flushed at once, because the build shows progress while the worker runs.
            output.Flush();
        }
        catch (IOException)
        {
            // The build is gone. The end of standard input says so as well, and training then leaves its checkpoint.
        }
    }
}
