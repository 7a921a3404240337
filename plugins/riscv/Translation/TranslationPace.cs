namespace Memti.Plugins.RiscV.Translation;

/// <summary>When code counts as hot. Results do not depend on it.</summary>
/// <param name="SampleCycles">Interpreted cycles between two looks at what runs.</param>
/// <param name="HotSamples">Looks that must find an address before it is translated.</param>
/// <param name="ManyMisses">Exits of a region to code that could be in it, after which it is translated anew.</param>
internal sealed record TranslationPace(int SampleCycles, int HotSamples, int ManyMisses)
{
    /// <summary>
    /// The pace of runs. Translation takes 40 to 80 us per instruction and saves about 3 ns each time, so that a loop of ten instructions
    /// pays after 15,000 rounds, which are 200 to 400 looks. Measured on the kernels of the benchmarks, in processor time of a fresh
    /// process with 12, 50, 150 and 400 looks: 0.09, 0.10, 0.11, 0.14 s for 16 million instructions; 1.01, 1.04, 0.94, 1.06 s for 1,600
    /// million.
    /// </summary>
    public static TranslationPace Default { get; } = new(1_000, 100, 2_000);

    /// <summary>Translates nearly everything that runs twice: for tests.</summary>
    public static TranslationPace Eager { get; } = new(16, 2, 3);
}
