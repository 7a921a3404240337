using Memti.Abstractions.Units;

namespace Memti.Documents.Parameters;

/// <summary>A unit that a quantity can be written in.</summary>
/// <param name="Type">The quantity's type.</param>
/// <param name="Name">The unit as it ends a key.</param>
/// <param name="Make">Makes a quantity from an amount in this unit.</param>
/// <param name="Amount">The amount of a quantity in this unit.</param>
public sealed record QuantityUnit(Type Type, string Name, Func<double, object> Make, Func<object, double> Amount)
{
    // A little under 2^63, so that the double nearest to the limit still fits.
    private const double LongLimit = 9.2e18;
    private const double RealLimit = 1e30;

    private static readonly QuantityUnit[] All =
    [
        Of<SimTime>("ps", static v => SimTime.FromPicoseconds((long)v), static q => q.Picoseconds) with { Limit = LongLimit, Whole = true },
        Of<SimTime>("ns", SimTime.FromNanoseconds, static q => q.Nanoseconds) with { Limit = LongLimit / 1e3 },
        Of<SimTime>("us", SimTime.FromMicroseconds, static q => q.Microseconds) with { Limit = LongLimit / 1e6 },
        Of<SimTime>("ms", SimTime.FromMilliseconds, static q => q.Milliseconds) with { Limit = LongLimit / 1e9 },
        Of<SimTime>("s", SimTime.FromSeconds, static q => q.Seconds) with { Limit = LongLimit / 1e12 },
        Of<Energy>("pj", Energy.FromPicojoules, static q => q.Picojoules),
        Of<Energy>("nj", Energy.FromNanojoules, static q => q.Nanojoules),
        Of<Energy>("uj", Energy.FromMicrojoules, static q => q.Microjoules),
        Of<Energy>("mj", Energy.FromMillijoules, static q => q.Millijoules),
        Of<Power>("nw", Power.FromNanowatts, static q => q.Nanowatts),
        Of<Power>("uw", Power.FromMicrowatts, static q => q.Microwatts),
        Of<Power>("mw", Power.FromMilliwatts, static q => q.Milliwatts),
        Of<Power>("w", Power.FromWatts, static q => q.Watts),
        Of<Area>("um2", Area.FromSquareMicrometres, static q => q.SquareMicrometres),
        Of<Area>("mm2", Area.FromSquareMillimetres, static q => q.SquareMillimetres),
        Of<DataSize>("bit", static v => DataSize.FromBits((long)v), static q => q.Bits) with { Limit = LongLimit, Whole = true },
        Of<DataSize>("byte", static v => DataSize.FromBytes((long)v), static q => q.Bytes) with { Limit = LongLimit / 8, Whole = true },
        Of<DataSize>("kib", DataSize.FromKibibytes, static q => q.Kibibytes) with { Limit = LongLimit / 8192 },
        Of<DataSize>("mib", static v => DataSize.FromKibibytes(v * 1024), static q => q.Mebibytes) with { Limit = LongLimit / 8388608 },
        Of<Bandwidth>("gbs", Bandwidth.FromGigabytesPerSecond, static q => q.GigabytesPerSecond),
        Of<Frequency>("mhz", Frequency.FromMegahertz, static q => q.Megahertz),
        Of<Frequency>("ghz", Frequency.FromGigahertz, static q => q.Gigahertz),
    ];

    /// <summary>The largest amount that the type holds in this unit.</summary>
    public double Limit { get; init; } = RealLimit;

    /// <summary>True when the type holds no fraction of the unit.</summary>
    public bool Whole { get; init; }

    /// <summary>The units of a type; empty when it is no quantity.</summary>
    public static IReadOnlyList<QuantityUnit> For(Type type) => [.. All.Where(unit => unit.Type == type)];

    private static QuantityUnit Of<T>(string name, Func<double, T> make, Func<T, double> amount)
        where T : struct => new(typeof(T), name, value => make(value), quantity => amount((T)quantity));
}
