using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Plugins.Sram;

namespace Memti.Plugins.Memories.Tests;

public sealed class SramTests
{
    [Fact]
    public void One_adapter_set_takes_a_bank_of_one_mebibyte() =>
        Size(Paper, 678_660).Area.SquareMillimetres.ShouldBe(0.823, 0.001);

    [Fact]
    public void A_plain_network_takes_the_eight_banks_behind_the_published_area() =>
        Size(Paper, 5_832_544).Area.SquareMillimetres.ShouldBe(6.55, 0.04); // Donato et al. 2019, Table 2

    [Fact]
    public void Leakage_falls_from_on_to_retention_to_off()
    {
        MemoryFigures figures = Size(new SramOptions(), 100_000);
        figures.OnPower.ShouldBeGreaterThan(figures.RetentionPower);
        figures.RetentionPower.ShouldBeGreaterThan(figures.OffPower);
        figures.Volatile.ShouldBeTrue();
    }

    [Fact]
    public void A_colder_array_leaks_less() =>
        Size(new SramOptions { TemperatureK = 300 }, 1_000_000).OnPower
            .ShouldBeLessThan(Size(new SramOptions(), 1_000_000).OnPower);

    [Fact]
    public void Contents_beyond_the_capacity_are_refused() =>
        Should.Throw<MemtiException>(() => Size(new SramOptions { Capacity = DataSize.FromKibibytes(64) }, 65_537))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.CapacityExceeded);

    private static SramOptions Paper => new() { Profile = ArrayProfile.Nvsim2012, Bank = DataSize.FromKibibytes(1024) };

    private static MemoryFigures Size(SramOptions options, long bytes) =>
        new SramMemory(options).Size(new MemoryRequest([new ContentBlock(bytes, 8)], ShippedArrays.Solver));
}
