using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Plugins.Catalog;
using Memti.Plugins.Codes;
using Memti.Plugins.Conformance;
using Memti.Plugins.Laws;
using Memti.Plugins.Trials;

namespace Memti.Contract.Tests.Laws;

/// <summary>Each law can be broken: by a memory that is sound but in what the law is about.</summary>
public sealed class BrokenLawTests
{
    private const long Small = 16_384 * 8;

    public static TheoryData<string> Laws => [.. MemoryLaws.All.Select(static law => law.Name)];

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_sound_memory_breaks_no_law(string law)
    {
        LawFinding finding = FakePlugin.Try(law, static figures => figures);
        finding.Verdict.ShouldNotBe(LawVerdict.Fail, finding.Detail);
    }

    [Fact]
    public void A_kind_that_cannot_be_made_of_its_defaults_breaks_registers() =>
        ShouldFail("registers", static (FakeOptions _) => throw new InvalidOperationException("no licence"), "no licence");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    public void An_area_that_cannot_be_breaks_sound_figures(double area) =>
        ShouldFail("sound-figures", figures => figures with { Area = Area.FromSquareMillimetres(area) }, "area");

    [Fact]
    public void A_rate_of_zero_breaks_sound_figures() =>
        ShouldFail("sound-figures", static figures => figures with { Write = Bandwidth.FromGigabytesPerSecond(0) }, "write rate");

    [Fact]
    public void A_memory_that_does_not_say_what_it_is_breaks_sound_figures() =>
        ShouldFail("sound-figures", static figures => figures with { Organisation = " " }, "organisation");

    [Fact]
    public void A_size_that_is_never_answered_breaks_returns_in_time()
    {
        LawFinding finding = FakePlugin.Try("returns-in-time", static (_, _, _) => Hang());
        finding.Verdict.ShouldBe(LawVerdict.Fail);
        finding.Detail.ShouldContain(PluginCodes.PluginTimedOut);
    }

    [Fact]
    public void A_figure_that_counts_the_calls_breaks_deterministic()
    {
        int calls = 0;
        ShouldFail(
            "deterministic",
            figures => figures with { WakeLatency = SimTime.FromPicoseconds(Interlocked.Increment(ref calls)) },
            "WakeLatency");
    }

    [Fact]
    public void A_figure_that_depends_on_the_load_breaks_deterministic()
    {
        var loads = new List<FakeOptions>();
        LawFinding finding = FakePlugin.Try("deterministic", options =>
        {
            loads.Add(options);
            int load = loads.Count;
            return new FakeMemory(options, (_, _, figures) => figures with { Cells = figures.Cells + (load > 3 ? 1 : 0) });
        });
        finding.Verdict.ShouldBe(LawVerdict.Fail);
        finding.Detail.ShouldContain("fresh load");
    }

    [Fact]
    public void A_model_that_mixes_up_requests_breaks_thread_safe()
    {
        LawFinding finding = FakePlugin.Try("thread-safe", static options => new MixedUpMemory(options));
        finding.Verdict.ShouldBe(LawVerdict.Fail, finding.Detail);
    }

    [Fact]
    public void A_capacity_below_the_contents_breaks_holds_contents() =>
        ShouldFail(
            "holds-contents", static figures => figures with { Capacity = figures.Capacity - DataSize.FromBits(1) }, "the capacity is");

    [Fact]
    public void More_cells_used_than_there_are_break_holds_contents() =>
        ShouldFail("holds-contents", static figures => figures with { CellsUsed = figures.Cells + 1 }, "cells");

    [Fact]
    public void A_fixed_capacity_that_takes_everything_breaks_refuses_excess() =>
        ShouldFail(
            "refuses-excess",
            static options => new FakeMemory(new FakeOptions { BitsPerCell = options.BitsPerCell }, static (_, _, figures) => figures),
            "were taken");

    [Fact]
    public void A_refusal_without_the_code_breaks_refuses_excess() =>
        ShouldFail(
            "refuses-excess",
            static options => options.Capacity is null ? Sound(options) : throw new InvalidOperationException("full"),
            "MEMTI3005");

    [Fact]
    public void An_area_that_shrinks_breaks_area_grows() =>
        ShouldFail(
            "area-grows",
            static (_, request, figures) => figures with { Area = Area.FromSquareMillimetres(1e6 / request.Size.Bits) },
            "mm2");

    [Fact]
    public void An_area_that_is_no_number_breaks_area_grows() =>
        ShouldFail("area-grows", static figures => figures with { Area = Area.FromSquareMillimetres(double.NaN) }, "no area above zero");

    [Fact]
    public void A_leakage_that_is_no_number_breaks_leakage_grows() =>
        ShouldFail("leakage-grows", static figures => figures with { OnPower = Power.FromMilliwatts(double.NaN) }, "NaN");

    [Fact]
    public void A_chip_without_area_breaks_area_grows() =>
        ShouldFail("area-grows", static figures => figures with { Area = Area.FromSquareMillimetres(0) }, "no area above zero");

    [Fact]
    public void A_leakage_that_shrinks_breaks_leakage_grows() =>
        ShouldFail(
            "leakage-grows", static (_, request, figures) => figures with { OnPower = Power.FromWatts(1.0 / request.Size.Bits) }, "mW");

    [Fact]
    public void A_wake_energy_that_shrinks_breaks_wake_energy_grows() =>
        ShouldFail(
            "wake-energy-grows",
            static (_, request, figures) => figures with { WakeEnergy = Energy.FromJoules(1.0 / request.Size.Bits) },
            "nJ");

    [Fact]
    public void More_cells_for_more_bits_break_levels_save_cells() =>
        ShouldFail(
            "levels-save-cells",
            static (options, _, figures) => figures with { CellsUsed = figures.CellsUsed * options.BitsPerCell * options.BitsPerCell },
            "cells");

    [Fact]
    public void More_area_for_more_bits_breaks_levels_save_cells() =>
        ShouldFail(
            "levels-save-cells",
            static (options, _, figures) => figures with { Area = Area.FromSquareMillimetres(options.BitsPerCell) },
            "mm2");

    [Fact]
    public void A_cheaper_write_of_more_levels_breaks_levels_cost_writing() =>
        ShouldFail(
            "levels-cost-writing",
            static (options, _, figures) => figures with { WritePerBit = Energy.FromPicojoules(1.0 / Math.Pow(options.BitsPerCell, 2)) },
            "pJ");

    [Fact]
    public void A_faster_write_of_more_levels_breaks_levels_cost_writing() =>
        ShouldFail(
            "levels-cost-writing",
            static (options, _, figures) => figures with { Write = Bandwidth.FromGigabytesPerSecond(Math.Pow(options.BitsPerCell, 2)) },
            "ns");

    [Fact]
    public void Rates_that_do_not_sum_to_one_break_level_rates_sum()
    {
        LawFinding finding = FakePlugin.Try(new LevelRatesLaw(new LeakyRates()), static _ => new LevelMemory());
        finding.Verdict.ShouldBe(LawVerdict.Fail);
        finding.Detail.ShouldContain("level 0");
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(double.NaN, null)]
    [InlineData(0, 0.5)]
    [InlineData(0, double.PositiveInfinity)]
    public void Reads_that_heal_or_destroy_more_than_once_break_reads_stated(double wear, double? reads) =>
        ShouldFail("reads-stated", figures => figures with { WearPerRead = wear, ReadsPerRewrite = reads }, "read");

    [Fact]
    public void Levels_that_cost_another_mean_than_bits_break_level_writes_mean() => ShouldFail(
        "level-writes-mean",
        static figures =>
            figures with
            {
                LevelWrites = new LevelWrites(
                    2, 64, static (_, _) => new LevelWrite(Energy.FromPicojoules(1.1), SimTime.FromNanoseconds(1)))
            },
        "by bits");

    [Fact]
    public void A_change_that_outlasts_a_parallel_write_breaks_level_writes_mean() => ShouldFail(
        "level-writes-mean",
        static figures =>
            figures with
            {
                LevelWrites = new LevelWrites(2, 8, static (_, _) => new LevelWrite(Energy.FromPicojoules(1), SimTime.FromMicroseconds(1)))
            },
        "a parallel write");

    [Fact]
    public void An_endurance_that_nobody_states_breaks_endurance_stated() =>
        ShouldFail("endurance-stated", static figures => figures with { Endurance = null }, "no endurance");

    [Fact]
    public void A_retention_of_volatile_contents_breaks_volatility_consistent() =>
        ShouldFail("volatility-consistent", static figures => figures with { Volatile = true }, "retention");

    [Fact]
    public void A_retention_state_of_contents_that_need_none_breaks_volatility_consistent() =>
        ShouldFail("volatility-consistent", static figures => figures with { HasRetention = true }, "without power");

    [Fact]
    public void Figures_of_a_state_that_is_not_there_break_volatility_consistent() =>
        ShouldFail(
            "volatility-consistent", static figures => figures with { RetentionPower = Power.FromMilliwatts(1) }, "no retention state");

    [Fact]
    public void An_off_state_that_takes_more_than_on_breaks_power_states_ordered() =>
        ShouldFail("power-states-ordered", static figures => figures with { OffPower = figures.OnPower + Power.FromMilliwatts(1) }, "uW");

    [Fact]
    public void A_plugin_that_listens_to_the_host_for_ever_breaks_unloads()
    {
        PluginCatalog Load() => Catalogs.Load(TimeSpan.FromSeconds(60), Catalogs.Folder("Stays"));
        using PluginCatalog catalog = Load();
        LawFinding finding = ConformanceCheck.Try(
            MemoryLaws.All.Single(static law => law.Name == "unloads"), new MemorySubject("stays", catalog, Load, Catalogs.Arrays));
        finding.Verdict.ShouldBe(LawVerdict.Fail, finding.Detail);
    }

    private static FakeMemory Sound(FakeOptions options) => new(options, static (_, _, figures) => figures);

    private static void ShouldFail(string law, Func<MemoryFigures, MemoryFigures> change, string seen) =>
        ShouldFail(law, (_, _, figures) => change(figures), seen);

    private static void ShouldFail(string law, Func<FakeOptions, MemoryRequest, MemoryFigures, MemoryFigures> change, string seen) =>
        ShouldFail(law, options => new FakeMemory(options, change), seen);

    private static void ShouldFail(string law, Func<FakeOptions, IMemoryModel> create, string seen)
    {
        LawFinding finding = FakePlugin.Try(law, create);
        finding.Verdict.ShouldBe(LawVerdict.Fail, finding.Detail);
        finding.Detail.ShouldContain(seen);
    }

    private static MemoryFigures Hang()
    {
        Thread.Sleep(Timeout.Infinite);
        return null!;
    }

    /// <summary>Keeps the request in a field, and so answers with that of another thread.</summary>
    private sealed class MixedUpMemory(FakeOptions options) : IMemoryModel
    {
        private readonly FakeMemory _sound = Sound(options);
        private MemoryRequest? _request;

        public MemoryFigures Size(MemoryRequest request)
        {
            _request = request;
            Thread.Sleep(20);
            return _sound.Size(_request);
        }
    }

    /// <summary>Asks the solver for the array of a cell whose levels are known.</summary>
    private sealed class LevelMemory : IMemoryModel
    {
        public MemoryFigures Size(MemoryRequest request)
        {
            request.Arrays.Solve(new ArrayRequest("hello-cbram-30f2", 2, Small));
            return Sound(new FakeOptions()).Size(request);
        }
    }

    private sealed class LeakyRates : ILevelRates
    {
        public double[,] Of(LevelTable levels) => new[,] { { 0.9, 0.09 }, { 0, 1 } };
    }
}
