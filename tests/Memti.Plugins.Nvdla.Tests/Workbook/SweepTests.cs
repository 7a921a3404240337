using System.Text.Json;
using Memti.Abstractions.Models;
using Memti.Abstractions.Studies;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

public sealed class SweepTests
{
    private static readonly SweepOptions Asked = new() { Macs = "64,2048", CbufKb = "32:512:160", DramGbps = "0.5:25:8.5" };

    [Theory]
    [InlineData("resnet50", MachineOrganisation.DramOnly, "dram_only")]
    [InlineData("alexnet", MachineOrganisation.WithSram, "with_sram")]
    public void Every_point_is_a_plan_by_itself(string name, MachineOrganisation organisation, string key)
    {
        Network network = Plans.Shipped(name);
        IReadOnlyList<IReadOnlyList<object?>> points = Rows(SweepStudy.Run(Like(Asked, organisation), network));
        points.Count.ShouldBe(2 * 4 * 3);
        foreach (IReadOnlyList<object?> point in points)
        {
            var options = new PlanOptions
            {
                Organisation = organisation,
                Macs = (int)(long)point[0]!,
                CbufKb = (double)point[1]!,
                DramGbps = (double)point[2]!
            };
            JsonElement totals = Plans.Plan(options, network).GetProperty("totals").GetProperty(key);
            (totals.Number("total_cycles"), totals.Number("fps")).ShouldBe(
                ((double)point[3]!, (double)point[4]!), $"{point[0]} {point[1]} {point[2]}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void The_points_are_the_same_for_any_number_of_threads(int threads) =>
        Text(SweepStudy.Run(Asked, Plans.Shipped("googlenet"), new ParallelOptions { MaxDegreeOfParallelism = threads }))
            .ShouldBe(Text(SweepStudy.Run(Asked, Plans.Shipped("googlenet"))));

    [Fact]
    public void The_points_go_through_the_rates_first_then_the_buffers_then_the_multipliers() =>
        Rows(SweepStudy.Run(new SweepOptions { Macs = "128,64", CbufKb = "256,128", DramGbps = "2,1" }, Plans.Shipped("alexnet")))
            .Select(static point => FormattableString.Invariant($"{point[0]} {point[1]} {point[2]}"))
            .ShouldBe(["128 256 2", "128 256 1", "128 128 2", "128 128 1", "64 256 2", "64 256 1", "64 128 2", "64 128 1"]);

    [Fact]
    public void A_buffer_that_is_too_small_for_a_layer_gives_no_rate()
    {
        // 128 KiB under a row of kernels, with one line more
        Network network = Engines.ANetwork(Engines.AConvolution(channels: 512, px: 64));
        Rows(SweepStudy.Run(new SweepOptions { Macs = "1024", CbufKb = "127,128", DramGbps = "10" }, network))
            .Select(static point => (point[3] is null, point[4] is null)).ShouldBe([(true, true), (false, false)]);
    }

    [Fact]
    public void Tables_and_documents_say_the_same()
    {
        StudyResult sweep = SweepStudy.Run(Asked, Plans.Shipped("alexnet"));
        JsonElement points = JsonDocument.Parse(Text(sweep)).RootElement.GetProperty("points");
        points.EnumerateArray()
            .Select(static point => point[4].GetDouble())
            .ShouldBe(Rows(sweep).Select(static point => (double)point[4]!));
    }

    private static SweepOptions Like(SweepOptions options, MachineOrganisation organisation) =>
        new() { Macs = options.Macs, CbufKb = options.CbufKb, DramGbps = options.DramGbps, Organisation = organisation };

    private static IReadOnlyList<IReadOnlyList<object?>> Rows(StudyResult result) => result.Tables[0].Rows;

    private static string Text(StudyResult result) => result.Document.ToJsonString();
}
