using System.Text.Json;
using Memti.Abstractions.Models;
using Memti.Abstractions.Studies;
using Memti.Networks;
using Memti.Plugins.ImcCluster.Options;
using Memti.Plugins.ImcCluster.Studies;

namespace Memti.Plugins.ImcCluster.Tests.Studies;

public sealed class BottleneckTests
{
    [ReferenceFact(Reference.Cluster)]
    public void Every_candidate_has_the_cycles_and_speedups_that_were_derived()
    {
        StudyTable table = BottleneckStudy.Run(new ImcClusterOptions(), Candidates()).Tables[0];
        foreach (JsonElement row in Reference.Of(Reference.Cluster)
            .GetProperty("bottleneck").GetProperty("candidates").GetProperty("rows").EnumerateArray())
        {
            string name = row[0].GetString()!.Replace("->", "-", StringComparison.Ordinal);
            IReadOnlyList<object?> ours = table.Rows.Single(one => (string?)one[0] == name && (string?)one[2] == row[1].GetString());
            (string Column, double Step)[] columns =
                [
                    ("cores_kcycles", 1), ("crossbar_kcycles", 0.1), ("engine_kcycles", 0.1), ("addition_kcycles", 0.1),
                    ("speedup_cluster", 0.1), ("speedup_hybrid", 0.1)
                ];
            for (int index = 0; index < columns.Length; index++)
                Convert.ToDouble(ours[table.Columns.ToList().IndexOf(columns[index].Column)], null)
                    .ShouldBe(row[index + 2].GetDouble(), columns[index].Step * 0.501, $"{name} {row[1]} {columns[index].Column}");
        }
    }

    [Fact]
    public void The_whole_table_is_there() =>
        BottleneckStudy.Run(new ImcClusterOptions(), Candidates()).Tables[0].Rows.Count.ShouldBe(7 * 2);

    [Fact]
    public void The_energy_of_a_cycle_is_fitted_to_the_published_gain()
    {
        StudyTable table = BottleneckStudy.Run(new ImcClusterOptions(), Candidates()).Tables[0];
        IReadOnlyList<object?> row = table.Rows.Single(static one => (string?)one[0] == "96-576-96@14" && (string?)one[2] == "chw");

        ((double)row[table.Columns.ToList().IndexOf("energy_gain_cluster")]!).ShouldBe(9.5, 0.01);
    }

    [Fact]
    public void Parts_of_the_energy_sum_up_to_the_whole()
    {
        StudyTable table = BottleneckStudy.Run(new ImcClusterOptions(), Candidates()).Tables[1];
        foreach (IReadOnlyList<object?> row in table.Rows)
            row.Skip(4).Take(6).Sum(static part => (double)part!).ShouldBe((double)row[^1]!, 1e-9);
    }

    private static Network Candidates() => Nets.Of(
        [.. NetworkFile.Read(RepositoryFiles.Of("samples", "imc", "bottlenecks.csv")).Layers]);
}
