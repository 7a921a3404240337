using Memti.Abstractions.Diagnostics;
using Memti.Runs.Jobs;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Points;

namespace Memti.Runs.Tests.Sweeps;

/// <summary>Broken studies and stores give points or findings.</summary>
public sealed class SweepFuzzTests : IDisposable
{
    private const string Study = """
        memti_study: 1
        base: some.memti.yaml
        set: { workload.duration_s: 60 }
        axes:
          workload.fps: [1, 30]
          bits: { key: memories.shared.bits_per_cell, range: { from: 1, to: 3, step: 1 } }
          size: { whole: true, log: { from: 1, to: 1000, points: 4 } }
          cell: { cases: { one: { b: 1, c: 2 }, two: {} } }
        constraints: [frames_missed == 0, workload.fps * bits < 60, weight_memory_area_mm2 < 10]
        objectives: { energy_per_frame_mj: minimise, lifetime_years: maximise }
        crossings: energy_per_frame_mj

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Broken_studies_give_points_or_findings() => FuzzedReader.Read(
        1, [Study, Study.Replace("crossings", "zip: [[size, bits]]\nsample: { method: sobol, points: 8 }\ncrossings")], Read);

    [Fact]
    public void Oversized_studies_give_findings() => FuzzedReader.ReadOversized(Study, Read);

    [Fact]
    public void Broken_stores_give_jobs_or_a_finding()
    {
        string file = _folder.Path("jobs");
        using (JobStore store = JobStore.Open(file, static (_, _) => { }, static _ => { }))
        {
            for (ulong block = 0; block < 3; block++)
            {
                store.Add(new JobKey(block, 1), [1, 2, 3]);
                store.Add(new JobKey(block, 2), [4, 5]);
                store.Flush();
            }
        }

        FuzzedReader.Read(2, [File.ReadAllBytes(file)], broken =>
        {
            File.WriteAllBytes(file, broken);
            JobStore.ReadAll(file, static (_, _) => { }, static _ => { });
        });
    }

    private void Read(string text)
    {
        SweepStudy? study = SweepReader.ReadFile(_folder.Write("a.study.yaml", text), out IReadOnlyList<Diagnostic> findings);
        (study is null).ShouldBe(findings.Any(static finding => finding.Severity == Severity.Error));
        if (study is not null)
            PointGrid.Of(study);
    }
}
