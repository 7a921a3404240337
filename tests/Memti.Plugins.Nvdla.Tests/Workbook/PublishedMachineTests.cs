using System.Globalization;
using System.Text.Json;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>ResNet-50 in int8 at 1 GHz and 16 nm: the area and performance example of nvdla/doc, doc/primer.rst.</summary>
public sealed class PublishedMachineTests
{
    [Theory]
    [InlineData(2048, 512, 20, "269")]
    [InlineData(1024, 256, 15, "153")]
    [InlineData(512, 256, 10, "93")]
    [InlineData(256, 256, 5, "46")]
    [InlineData(128, 256, 2, "20")]
    [InlineData(64, 128, 1, "7.3")]
    [InlineData(32, 128, 0.5, "3.6")]
    public void The_rate_of_a_machine_is_the_published_one(int macs, double bufferKib, double rate, string framesPerSecond)
    {
        int decimals = framesPerSecond.Length - 1 - framesPerSecond.IndexOf('.', StringComparison.Ordinal);
        string form = framesPerSecond.Contains('.', StringComparison.Ordinal) ? $"F{decimals}" : "F0";
        Totals(macs, bufferKib, rate).Number("fps").ToString(form, CultureInfo.InvariantCulture).ShouldBe(framesPerSecond);
    }

    [Theory]
    [InlineData(2048, 512, 20, 291)]
    [InlineData(1024, 256, 15, 143)]
    [InlineData(512, 256, 10, 80)]
    [InlineData(256, 256, 5, 48)]
    [InlineData(128, 256, 2, 31)]
    [InlineData(64, 128, 1, 21)]
    [InlineData(32, 128, 0.5, 17)]
    public void The_average_power_of_a_machine_is_the_published_one(int macs, double bufferKib, double rate, double milliwatts) =>
        Totals(macs, bufferKib, rate).Number("power_mw").ShouldBe(milliwatts, milliwatts * 1e-3);

    private static JsonElement Totals(int macs, double bufferKib, double rate)
    {
        var options = new PlanOptions { Macs = macs, CbufKb = bufferKib, DramGbps = rate, PowerScale = 1 };
        return Plans.Plan(options, Plans.Shipped("resnet50")).GetProperty("totals").GetProperty("dram_only");
    }
}
