using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Profiles;
using Memti.Arrays.Search;

namespace Memti.Arrays.Tests.Search;

/// <summary>Banks for laws: small ones, for a search takes the longer the more ways there are to divide a bank.</summary>
internal static class BankCases
{
    private static readonly string[] Cells =
        ["sram-146f2", "rram-crosspoint-4f2", "rram-1t1r-53f2", "pcm-25f2-optimistic", "stt-mram-54f2", "fefet-15f2", "ctt-8f2"];

    /// <summary>Any cell that ships, in any profile that knows it, at any node and temperature.</summary>
    public static Arbitrary<BankRequest> Any { get; } = (
        from cell in Gen.Elements(Cells).Select(ShippedCells.Named)
        from profile in Gen.Elements(ProfilesOf(cell))
        from bits in Gen.Choose(1, MostBits(cell, profile))
        from sensing in Gen.Elements(Enum.GetValues<SensingScheme>())
        from wordCells in Gen.Elements(16, 24, 64)
        from addressBits in Gen.Choose(3, 9)
        from node in Gen.Choose(22, 90)
        from roadmap in Gen.Elements(Enum.GetValues<DeviceRoadmap>())
        from kelvin in Gen.Choose(300, 400)
        from driver in Gen.Elements<DriverStyle?>(DriverStyle.Latency, DriverStyle.Balanced, null)
        from routing in Gen.Elements(cell.Kind == CellKind.Sram ? Enum.GetValues<Routing>() : [Routing.HTree, Routing.Bus])
        select new BankRequest(cell, bits, (long)wordCells << addressBits, wordCells)
        {
            Profile = profile,
            Sensing = sensing,
            NodeNanometres = node,
            Roadmap = roadmap,
            TemperatureKelvin = kelvin,
            Driver = driver,
            Routing = routing,
        }).ToArbitrary();

    /// <summary>256 words of 64 cells.</summary>
    public static BankRequest Small(string cell, ArrayProfile profile = ArrayProfile.Memti, int bits = 1) =>
        new(ShippedCells.Named(cell), bits, 16384, 64) { Profile = profile };

    /// <summary>The figure of a bank by which a target judges it.</summary>
    public static double Metric(this SolvedBank bank, ArrayTarget target) =>
        BankMetrics.Of(bank).Of(target);

    /// <summary>Checks a law on random banks; few, for each is a search.</summary>
    public static void Obey(Func<BankRequest, bool> law, int banks = 15) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(banks), Prop.ForAll(Any, law));

    private static int MostBits(MemoryCell cell, ArrayProfile profile) =>
        profile == ArrayProfile.Memti || (profile == ArrayProfile.NvsimMerged && MergedSenseAmplifier.KnowsLevelsOf(cell.Kind))
            ? cell.MaximumBitsPerCell
            : 1;

    private static ArrayProfile[] ProfilesOf(MemoryCell cell) =>
        cell.Kind is CellKind.Fefet or CellKind.Ctt ? [ArrayProfile.NvsimMerged, ArrayProfile.Memti] : Enum.GetValues<ArrayProfile>();
}
