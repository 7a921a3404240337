using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Plugins.Rram;

namespace Memti.Plugins.Memories.Tests;

public sealed class RramTests
{
    [Theory]
    [InlineData(Packing.PerWord, 17_420_832)] // 8 bits as 2 + 3 + 3: does not fit 16,777,216 cells
    [InlineData(Packing.Dense, 15_485_184)] // fits them
    public void Shared_weights_take_the_cells_of_their_packing(Packing packing, long cells) =>
        Size(new RramOptions { BitsPerCell = 3, Packing = packing }, Shared).CellsUsed.ShouldBe(cells);

    [Fact]
    public void Six_bit_weights_take_two_cells_each() =>
        Size(new RramOptions { BitsPerCell = 3 }, new ContentBlock(5_806_944, 6)).CellsUsed.ShouldBe(11_613_888);

    [Fact]
    public void Program_and_verify_writes_a_plain_network_at_the_rate_behind_the_published_47_frames() =>
        Size(Paper, new ContentBlock(5_832_544, 8)).Write.BytesPerSecond.ShouldBe(0.911e9, 0.911e9 * 0.02);

    [Fact]
    public void A_single_level_write_is_the_longer_pulse_of_the_cell()
    {
        double seconds = 64 / 8 / Size(new RramOptions(), Shared).Write.BytesPerSecond;
        seconds.ShouldBeInRange(100e-9, 101e-9); // a reset takes 100 ns, a set 5 ns, the decoders less than 1 ns
    }

    [Fact]
    public void A_word_is_written_in_the_time_of_its_parallel_writes()
    {
        MemoryFigures wide = Size(new RramOptions { WordCells = 64 }, Shared);
        MemoryFigures narrow = Size(new RramOptions { WordCells = 64, ParallelCells = 24 }, Shared);
        wide.ReadLatency.ShouldBeGreaterThan(SimTime.Zero);
        wide.WriteLatency.Seconds.ShouldBeInRange(100e-9, 101e-9); // a reset takes 100 ns
        narrow.WriteLatency.ShouldBe(wide.WriteLatency * 3);
    }

    [Fact]
    public void More_bits_than_the_cell_has_levels_for_are_refused_with_key_and_range()
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => Size(new RramOptions { BitsPerCell = 4 }, Shared)).Diagnostic;
        (finding.Code, finding.Key, finding.Permitted).ShouldBe(
            (DiagnosticCode.ValueOutOfRange, "memories.memory.bits_per_cell", "1 to 3"));
    }

    [Fact]
    public void Weights_beyond_the_capacity_are_refused_with_the_excess()
    {
        var options = new RramOptions { BitsPerCell = 3, Capacity = DataSize.FromKibibytes(6144) };
        Diagnostic finding = Should.Throw<MemtiException>(() => Size(options, Shared)).Diagnostic;
        finding.Code.ShouldBe(DiagnosticCode.CapacityExceeded);
        finding.Message.ShouldContain("235.699 KiB too many"); // 17,420,832 cells x 3 bits - 6,144 KiB
    }

    [Fact]
    public void Contents_survive_without_power_and_writing_wears()
    {
        MemoryFigures figures = Size(new RramOptions(), Shared);
        figures.Volatile.ShouldBeFalse();
        figures.Endurance.ShouldBe(1e6);
        figures.WriteIsExclusive.ShouldBeTrue();
    }

    private static RramOptions Paper => new()
    {
        BitsPerCell = 3,
        Cell = "rram-1t1r-20f2",
        Profile = ArrayProfile.NvsimMerged,
        WordCells = 256,
        ParallelCells = 392,
    };

    private static ContentBlock Shared => new(5_806_944, 8);

    private static MemoryFigures Size(RramOptions options, ContentBlock contents) =>
        new CellMemory(options, RramOptions.DefaultCell).Size(new MemoryRequest([contents], ShippedArrays.Solver));
}
