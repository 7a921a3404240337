using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;
using Memti.Arrays.Codes;
using Memti.Arrays.Faults;

namespace Memti.Arrays.Tests.Memories;

public sealed class CellMemoryTests
{
    private static readonly ContentBlock Contents = new(1_000_000, 8);

    [Fact]
    public void A_cell_alone_gives_a_whole_memory()
    {
        MemoryFigures figures = Size(new CellMemoryOptions());
        figures.Cells.ShouldBe(8_000_000);
        figures.Area.SquareMillimetres.ShouldBe(8e6 * 25 * 484e-12, 1e-9);
        figures.Volatile.ShouldBeFalse();
        figures.WriteIsExclusive.ShouldBeTrue();
        figures.Endurance.ShouldBe(1e8);
        figures.Retention.ShouldBe(TimeSpan.FromSeconds(3.15e8));
        figures.WakeLatency.Nanoseconds.ShouldBe(100);
        figures.WakeEnergy.Joules.ShouldBe(8e6 * 1e-16, 1e-18);
        figures.OffPower.Watts.ShouldBe(8e6 * 1e-12, 1e-12);
        figures.HasRetention.ShouldBeFalse();
        figures.Status.ShouldBe(NumberStatus.Derived);
    }

    [Theory]
    [InlineData(1, null, CellEncoding.NaturalBinary, "1+1+1+1")]
    [InlineData(2, null, CellEncoding.Gray, "2+2")]
    [InlineData(2, "1+1+2", CellEncoding.NaturalBinary, "1+1+2")]
    public void Values_are_misread_by_the_levels_of_the_cell_in_the_cells_that_the_options_name(
        int bitsPerCell, string? valueCells, CellEncoding encoding, string cells)
    {
        LevelTable[] levels =
        [
            new(1, [0, 1], [0.1, 0.1], NumberStatus.Assumed, "a test"),
            new(2, [0, 0.3, 0.7, 1], [0.1, 0.1, 0.1, 0.1], NumberStatus.Assumed, "a test"),
        ];
        var options = new CellMemoryOptions { BitsPerCell = bitsPerCell, ValueCells = valueCells, Encoding = encoding, SenseOffset = 0.05 };
        var faults = new FaultModels();

        IValueFaults found =
            new CellMemory(options, "pcm-test").FaultsOf(
                new StoredValues(4, new LinearArrays(TestCells.Pcm with { Levels = levels }), faults));

        IValueFaults expected =
            faults.For(
                new FaultRequest
                {
                    Technology = "pcm-test",
                    Levels = levels,
                    Cells = CellVector.Parse(cells),
                    Encoding = encoding,
                    SenseOffset = 0.05
                });
        found.Codec.Cells.ToString().ShouldBe(cells);
        found.Rates.BitErrorRates.ShouldBe(expected.Rates.BitErrorRates);
    }

    [Fact]
    public void Faults_of_levels_that_nobody_states_are_refused() =>
        Should.Throw<MemtiException>(
            () =>
                new CellMemory(new CellMemoryOptions { BitsPerCell = 2 }, "pcm-test").FaultsOf(
                    new StoredValues(8, new LinearArrays(TestCells.Pcm), new FaultModels())))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.NoLevelStatistics);

    [Fact]
    public void Single_level_cells_without_levels_are_free_of_faults_and_a_notice_says_that_this_is_assumed()
    {
        var models = new FaultModels();
        IValueFaults faults =
            new CellMemory(new CellMemoryOptions(), "pcm-test").FaultsOf(new StoredValues(8, new LinearArrays(TestCells.Pcm), models));
        byte[] values = [.. Enumerable.Range(0, 100_000).Select(static value => (byte)value)];
        byte[] read = [.. values];
        faults.Corrupt(read, FaultSeed.Named(1, "a test")).ShouldBe(0);
        read.ShouldBe(values);
        faults.Rates.BitErrorRate.ShouldBe(0);
        Diagnostic notice = models.Notices.ShouldHaveSingleItem();
        (notice.Code, notice.Severity, notice.Value).ShouldBe((ArrayCodes.AssumedFaultFree, Severity.Message, "pcm-test"));
    }

    [Theory]
    [InlineData("2+3+3", true)]
    [InlineData(" 2 + 3 ", true)]
    [InlineData("2+", false)]
    [InlineData("9", false)]
    [InlineData("two", false)]
    public void Cells_are_read_as_they_are_written(string text, bool readable)
    {
        if (readable)
            CellVector.Parse(text).ToString().ShouldBe(text.Replace(" ", "", StringComparison.Ordinal));
        else
            Should.Throw<MemtiException>(() => CellVector.Parse(text)).Diagnostic.Code.ShouldBe(DiagnosticCode.BadCellVector);
    }

    [Fact]
    public void A_single_level_write_is_the_longer_pulse_after_the_decoders()
    {
        MemoryFigures figures = Size(new CellMemoryOptions());
        figures.Write.BytesPerSecond.ShouldBe(64 / 8 / 151e-9, 1);
        figures.WritePerBit.Picojoules.ShouldBe(25 + 0.2, 1e-9); // the mean of the pulses, and 12.8 pJ of periphery for 64 cells
    }

    [Fact]
    public void A_multi_level_write_programs_and_verifies()
    {
        MemoryFigures figures = Size(new CellMemoryOptions { BitsPerCell = 2 });
        figures.CellsUsed.ShouldBe(4_000_000);
        figures.Write.BytesPerSecond.ShouldBe(64 * 2 / 8 / ((51 + (4 * (150 + 2))) * 1e-9), 1e3);
        figures.WritePerBit.Picojoules.ShouldBe((30.2 + (1.5 * 20.2) + (4 * 0.1)) / 2, 1e-9); // each of the four verifies reads every cell
    }

    [Fact]
    public void An_SRAM_cell_writes_a_word_in_every_bank_and_keeps_its_contents_at_the_retention_voltage()
    {
        MemoryFigures figures = Size(new CellMemoryOptions { Cell = "sram-test" });
        figures.Volatile.ShouldBeTrue();
        figures.Write.BytesPerSecond.ShouldBe(8 * 64 / 8 / 2.5e-9, 1);
        figures.HasRetention.ShouldBeTrue();
        figures.RetentionPower.Watts.ShouldBe(8e6 * 3e-11, 1e-12);
        figures.Retention.ShouldBeNull();
        figures.Endurance.ShouldBeNull();
    }

    [Fact]
    public void Options_prevail_over_the_cell()
    {
        MemoryFigures figures = Size(new CellMemoryOptions { EnduranceCycles = 5, RetentionYears = 1, ParallelCells = 640 });
        figures.Endurance.ShouldBe(5);
        figures.Retention.ShouldBe(TimeSpan.FromDays(365.25));
        figures.Write.BytesPerSecond.ShouldBe(640 / 8 / 151e-9, 10);
    }

    [Fact]
    public void Pulses_of_the_options_prevail_over_those_of_the_cell()
    {
        MemoryFigures figures = Size(new CellMemoryOptions
        {
            SetPulse = SimTime.FromNanoseconds(300),
            ResetPulse = SimTime.FromNanoseconds(20),
            SetEnergy = Energy.FromPicojoules(4),
            ResetEnergy = Energy.FromPicojoules(2),
            PulseOverhead = Energy.FromPicojoules(1),
        });
        figures.Write.BytesPerSecond.ShouldBe(64 / 8 / 301e-9, 1);
        figures.WritePerBit.Picojoules.ShouldBe(3 + 1, 1e-9);
    }

    [Fact]
    public void The_request_carries_every_option_of_the_array()
    {
        var asked = new List<ArrayRequest>();
        new CellMemory(
            new CellMemoryOptions
            {
                Profile = ArrayProfile.NvsimMerged,
                Target = ArrayTarget.Area,
                NodeNm = 45,
                Roadmap = DeviceRoadmap.HP,
                TemperatureK = 300,
                BankCells = 65536,
                Banks = BankRule.Equal,
                WordCells = 32
            },
            "pcm-test").Size(new MemoryRequest([new ContentBlock(1000, 8)], new AskedArrays(asked)));
        asked.ShouldHaveSingleItem().ShouldBe(new ArrayRequest("pcm-test", 1, 8000)
        {
            Profile = ArrayProfile.NvsimMerged,
            Target = ArrayTarget.Area,
            WordCells = 32,
            MaximumBankCells = 65536,
            Banks = BankRule.Equal,
            NodeNanometres = 45,
            Roadmap = DeviceRoadmap.HP,
            TemperatureKelvin = 300,
        });
    }

    [Fact]
    public void More_bits_than_the_cell_stores_are_refused_with_what_it_does()
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => Size(new CellMemoryOptions { BitsPerCell = 3 })).Diagnostic;
        finding.Code.ShouldBe(DiagnosticCode.ValueOutOfRange);
        finding.Key.ShouldBe("memories.memory.bits_per_cell");
        finding.Permitted.ShouldBe("1 to 2");
    }

    [Fact]
    public void Contents_beyond_the_capacity_are_refused() =>
        Should.Throw<MemtiException>(() => Size(new CellMemoryOptions { Capacity = DataSize.FromKibibytes(64) }))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.CapacityExceeded);

    [Fact]
    public void A_cell_that_nobody_offers_is_refused() =>
        Should.Throw<MemtiException>(() => Size(new CellMemoryOptions { Cell = "flux" })).Diagnostic.Code
            .ShouldBe(DiagnosticCode.UnknownCell);

    [Fact]
    public void Contents_that_outlast_every_calendar_have_the_longest_retention_there_is() =>
        new CellMemory(new CellMemoryOptions(), "pcm-test")
            .Size(new MemoryRequest([Contents], new LinearArrays(TestCells.Pcm with { RetentionSeconds = 1e12 }))).Retention
                .ShouldBe(TimeSpan.MaxValue);

    private static MemoryFigures Size(CellMemoryOptions options) =>
        new CellMemory(options, "pcm-test").Size(new MemoryRequest([Contents], new LinearArrays(TestCells.Pcm, TestCells.Sram)));

    private sealed class AskedArrays(List<ArrayRequest> asked) : IArraySolver
    {
        private readonly LinearArrays _arrays = new(TestCells.Pcm);

        public ArrayFigures Solve(ArrayRequest request)
        {
            asked.Add(request);
            return _arrays.Solve(request);
        }

        public MemoryCell Cell(string name) => _arrays.Cell(name);
    }
}
