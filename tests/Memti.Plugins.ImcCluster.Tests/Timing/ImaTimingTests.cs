using System.Text.Json;
using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.Options;
using Memti.Plugins.ImcCluster.Timing;

namespace Memti.Plugins.ImcCluster.Tests.Timing;

public sealed class ImaTimingTests
{
    // gvsoc/gvsoc-pulp, pulp/ima/ima_v1_impl.cpp, phase by phase; the intervals are derived (product and two idle cycles).
    [Theory]
    [InlineData(500, 256, 256, 6, 66, 6, 80, 68)]
    [InlineData(250, 256, 256, 6, 33, 6, 47, 35)]
    [InlineData(500, 64, 64, 4, 66, 3, 75, 68)] // a stream out of one cycle: one more on the way in
    [InlineData(500, 96, 256, 4, 66, 6, 78, 68)]
    [InlineData(10, 256, 256, 6, 2, 6, 16, 8)] // the streams take longer than the product
    public void A_job_takes_the_cycles_of_its_phases(
        double megahertz, int rows, int columns, long streamIn, long compute, long streamOut, long serial, long interval)
    {
        JobCycles job = new ImaTiming(At(megahertz)).Of([rows], columns);

        (job.StreamIn, job.Compute, job.StreamOut).ShouldBe((streamIn, compute, streamOut));
        (job.Serial, job.Interval).ShouldBe((serial, interval));
    }

    [Fact]
    public void A_line_end_restarts_the_ports() =>
        new ImaTiming(new ImcClusterOptions()).Of([96, 96, 64], 128).StreamIn.ShouldBe(2 + 2 + 1 + 2);

    [Fact]
    public void Ports_beyond_the_banks_move_nothing() =>
        new ImaTiming(new ImcClusterOptions { L1Banks = 8 }).Of([256], 256).StreamIn.ShouldBe(8 + 2);

    [ReferenceTheory(Reference.Cluster)]
    [InlineData("500_MHz", 500, "66_plus_2")]
    [InlineData("250_MHz", 250, "33_plus_2")]
    public void The_worked_example_comes_out(string name, double megahertz, string sum)
    {
        JsonElement example = Reference.Of(Reference.Cluster)
            .GetProperty("ima_interface_timing_simulator").GetProperty("worked_example_256x256").GetProperty(name);
        JobCycles job = new ImaTiming(At(megahertz)).Of([256], 256);

        job.Compute.ShouldBe(example.GetProperty("compute").GetInt64());
        job.Serial.ShouldBe(example.GetProperty("serial_total").GetInt64());
        job.Interval.ShouldBe(example.GetProperty($"pipelined_interval_{sum}").GetInt64());
        Gops(job.Serial, megahertz).ShouldBe(example.GetProperty("serial_GOPS").GetDouble(), 0.05);
        Gops(job.Interval, megahertz).ShouldBe(example.GetProperty("pipelined_GOPS").GetDouble(), 0.05);
    }

    [ReferenceFact(Reference.Cluster)]
    public void The_sustained_rate_is_the_published_one_within_a_percent()
    {
        double published = Reference.Of(Reference.Cluster).GetProperty("ima").GetProperty("mvm_sustained").GetProperty("value").GetDouble();

        Gops(new ImaTiming(At(500)).Of([256], 256).Interval, 500).ShouldBe(published, published * 0.01);
    }

    [Fact]
    public void Conflicts_slow_a_job_only_where_streams_outlast_the_product()
    {
        ImcClusterOptions options = At(500);
        options.L1Conflicts = L1Conflicts.Expected;
        JobCycles job = new ImaTiming(options).Of([256], 256);

        job.StreamOut.ShouldBe(6 + 4);
        job.Interval.ShouldBe(68);
    }

    private static double Gops(long cycles, double megahertz) => 2 * 256 * 256 / (cycles / (megahertz * 1e6)) / 1e9;

    private static ImcClusterOptions At(double megahertz) => new() { Clock = Frequency.FromMegahertz(megahertz) };
}
