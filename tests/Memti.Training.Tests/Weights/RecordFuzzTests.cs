using Memti.Abstractions.Diagnostics;
using Memti.Documents.Json;
using Memti.Training.Codes;
using Memti.Training.Experiments;
using Memti.Training.Weights.Inputs;
using Memti.Training.Weights.Requests;
using Memti.Training.Weights.Stages;

namespace Memti.Training.Tests.Weights;

/// <summary>Broken requests, experiments, stamps and records of finished work are read or are findings.</summary>
public sealed class RecordFuzzTests : IDisposable
{
    private const string Piece =
        """{ "identity": "ab", "accuracy": 0.5, "epochs": 3, "correct": [1, 2], "history": [ { "epoch": 1, "loss": 0.25 } ] }""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Broken_requests_are_read_or_findings() => FuzzedReader.Read(1, [Requests.Whole().ToJsonString()], Request);

    [Fact]
    public void Oversized_requests_are_findings() => FuzzedReader.ReadOversized(Requests.Whole().ToJsonString(), Request);

    [Fact]
    public void Broken_experiments_are_read_or_findings() => FuzzedReader.Read(2, [Experiment("embedded"), Experiment("figure1")], Read);

    [Fact]
    public void Oversized_experiments_are_findings() => FuzzedReader.ReadOversized(Experiment("embedded"), Read);

    [Fact]
    public void Broken_stamps_are_read_or_none() => FuzzedReader.Read(3, [Stamp()], StampOf);

    [Fact]
    public void Oversized_stamps_are_none() => FuzzedReader.ReadOversized(Stamp(), StampOf);

    [Fact]
    public void Broken_records_of_finished_work_are_read_or_findings() => FuzzedReader.Read(4, [Piece], PieceOf);

    [Fact]
    public void Oversized_records_of_finished_work_are_findings() => FuzzedReader.ReadOversized(Piece, PieceOf);

    public void Dispose() => _folder.Dispose();

    private static string Experiment(string name) =>
        File.ReadAllText(RepositoryFiles.Of("samples", "experiments", name + ".yaml"));

    private static void PieceOf(string text)
    {
        JsonMembers piece = StrictJson.Members(
            System.Text.Encoding.UTF8.GetBytes(text), new JsonFile("a.json", "piece", TrainingCodes.RecordUnreadable));
        piece.Text("identity");
        piece.Number("accuracy");
        piece.Whole("epochs", 0, 1000);
        foreach (JsonMembers epoch in piece.Objects("history"))
            epoch.Number("loss");
    }

    private string Stamp()
    {
        string file = _folder.Path("sound.json");
        new StageStamp("request", [new("scenario", "a.yaml", "11")], ["c.yaml"], [new InputFile("out", "b", "22")]).Write(file);
        return File.ReadAllText(file);
    }

    private void StampOf(string text) => StageStamp.Read(_folder.Write("stamp.json", text));

    private void Request(string text)
    {
        WeightRequest? request = WeightRequestReader.ReadFile(_folder.Write("request.json", text), out IReadOnlyList<Diagnostic> findings);
        Judge(request, findings);
    }

    private void Read(string text)
    {
        Experiment? experiment =
            ExperimentReader.ReadFile(_folder.Write("e.yaml", text), new NoKinds(), out IReadOnlyList<Diagnostic> findings);
        Judge(experiment, findings);
    }

    private static void Judge(object? read, IReadOnlyList<Diagnostic> findings) =>
        (read is null).ShouldBe(findings.Any(static finding => finding.Severity == Severity.Error));
}
