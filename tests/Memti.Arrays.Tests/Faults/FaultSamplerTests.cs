using MathNet.Numerics.Distributions;
using Memti.Abstractions.Cells;
using Memti.Arrays.Faults;
using Memti.Arrays.Levels;
using Memti.Arrays.Tests.Levels;

namespace Memti.Arrays.Tests.Faults;

public sealed class FaultSamplerTests
{
    private const double Doubtful = 1e-4;
    private static readonly ConfusionMatrix ThreeBits = LevelReading.Of(PublishedLevels.ThreeBits).Confusion;
    private static readonly FaultSeed Seed = FaultSeed.Named(2026, "tests/faults");

    [Fact]
    public void Sampled_misreads_follow_the_analytic_rates_of_every_level()
    {
        byte[] stored = Levels(1 << 22, 8);
        long[,] counts = Counted(new FaultSampler(ThreeBits), stored, Seed, 8);
        for (int level = 0; level < 8; level++)
            ChiSquare(counts, level, ThreeBits.Row(level).ToArray()).ShouldBeGreaterThan(Doubtful);
    }

    [Fact]
    public void Sampled_misreads_follow_rates_above_one_half()
    {
        ConfusionMatrix noisy =
            ConfusionMatrix.FromRates(
                new double[,] { { 0, 0.5, 0.3, 0.1 }, { 0.2, 0, 0.5, 0.3 }, { 0.05, 0.05, 0, 0.05 }, { 1, 0, 0, 0 } });
        long[,] counts = Counted(new FaultSampler(noisy), Levels(1 << 20, 4), Seed, 4);
        for (int level = 0; level < 4; level++)
            ChiSquare(counts, level, noisy.Row(level).ToArray()).ShouldBeGreaterThan(Doubtful);
        counts[3, 0].ShouldBe(1 << 18);
    }

    [Theory]
    [InlineData(1e-2)]
    [InlineData(0.3)]
    [InlineData(0.8)]
    public void Numbers_of_faults_in_a_thousand_trials_have_the_binomial_s_mean_and_variance(double rate)
    {
        const int trials = 1000;
        const int cells = 1000;
        FaultSampler sampler = new(Flip(rate));
        double[] counts =
            [.. Enumerable.Range(0, trials).Select(trial => (double)sampler.Apply(new byte[cells], Seed.Trial((ulong)trial)))];
        double mean = counts.Average();
        double variance = counts.Sum(count => (count - mean) * (count - mean)) / (trials - 1);
        double expected = cells * rate * (1 - rate);
        Math.Abs(mean - (cells * rate)).ShouldBeLessThan(4 * Math.Sqrt(expected / trials));
        Math.Abs((variance / expected) - 1).ShouldBeLessThan(4 * Math.Sqrt(2.0 / trials));
    }

    [Theory]
    [InlineData(0.05, 1)]
    [InlineData(0.05, 2)]
    [InlineData(0.4, 1)]
    [InlineData(0.4, 7)]
    public void Neighbouring_cells_fail_independently(double rate, int distance)
    {
        const int cells = 1 << 20;
        byte[] levels = new byte[cells];
        new FaultSampler(Flip(rate)).Apply(levels, Seed);
        long[] pairs = new long[4];
        for (int cell = 0; cell + distance < cells; cell++)
            pairs[(2 * levels[cell]) + levels[cell + distance]]++;
        double[] rates = [(1 - rate) * (1 - rate), (1 - rate) * rate, rate * (1 - rate), rate * rate];
        Surprise(pairs, rates).ShouldBeGreaterThan(Doubtful);
    }

    [Fact]
    public void Faults_are_spread_evenly_over_the_cells_of_blocks()
    {
        long[] places = new long[64];
        foreach (CellFault fault in new FaultSampler(Flip(0.01)).Walk(new byte[1 << 22], Seed))
            places[fault.Cell & 63]++;
        Surprise(places, [.. Enumerable.Repeat(1 / 64.0, 64)]).ShouldBeGreaterThan(Doubtful);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.2)]
    [InlineData(1)]
    public void A_part_of_the_cells_has_the_faults_of_the_whole(double rate)
    {
        FaultSampler sampler = new(Flip(rate));
        byte[] whole = new byte[300_000];
        sampler.Apply(whole, Seed);
        Prop.ForAll<NonNegativeInt, PositiveInt>((from, length) =>
        {
            int first = from.Get * 7919 % whole.Length;
            byte[] part = new byte[Math.Min(length.Get * 1013 % 5000, whole.Length - first)];
            sampler.Apply(part, Seed, first);
            return part.AsSpan().SequenceEqual(whole.AsSpan(first, part.Length));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Threads_and_order_change_nothing()
    {
        FaultSampler sampler = new(ThreeBits);
        byte[] whole = Levels(1 << 20, 8);
        byte[] parts = [.. whole];
        sampler.Apply(whole, Seed);
        Parallel.For(0, 1 << 8, part => sampler.Apply(parts.AsSpan((255 - part) << 12, 1 << 12), Seed, (255 - part) << 12));
        parts.ShouldBe(whole);
    }

    [Fact]
    public void A_map_lists_what_applying_changes()
    {
        FaultSampler sampler = new(ThreeBits);
        byte[] stored = Levels(100_000, 8);
        byte[] read = [.. stored];
        IReadOnlyList<CellFault> map = sampler.Map(stored, Seed, 5_000_000_000);
        sampler.Apply(read, Seed, 5_000_000_000).ShouldBe(map.Count);
        map.ShouldAllBe(fault => stored[(int)(fault.Cell - 5_000_000_000)] == fault.Stored && fault.Stored != fault.Read);
        Enumerable.Range(0, stored.Length).Count(cell => stored[cell] != read[cell]).ShouldBe(map.Count);
    }

    [Fact]
    public void Nothing_fails_at_rate_zero_and_everything_at_rate_one()
    {
        new FaultSampler(Flip(0)).Map(new byte[1_000_000], Seed).ShouldBeEmpty();
        new FaultSampler(Flip(1)).Map(new byte[100_000], Seed).Count.ShouldBe(100_000);
    }

    [Fact]
    public void Hardly_anything_fails_at_1e_12() => new FaultSampler(Flip(1e-12)).Map(new byte[1_000_000], Seed).ShouldBeEmpty();

    [Fact]
    public void Seeds_writes_reads_and_trials_are_streams_of_their_own()
    {
        FaultSeed[] seeds =
        [
            Seed, FaultSeed.Named(2027, "tests/faults"), FaultSeed.Named(2026, "tests/others"),
            Seed.Programming(0),
            Seed.Programming(1), Seed.Reading(0), Seed.Reading(1), Seed.Trial(0), Seed.Trial(1), Seed.Programming(1).Reading(0),
        ];
        FaultSampler sampler = new(Flip(0.01));
        seeds.Select(seed => string.Join(',', sampler.Map(new byte[10_000], seed).Select(static fault => fault.Cell))).ShouldBeUnique();
    }

    [Fact]
    public void Faults_of_one_write_are_the_same_at_every_read() =>
        new FaultSampler(ThreeBits).Map(Levels(100_000, 8), Seed.Programming(3))
            .ShouldBe(new FaultSampler(ThreeBits).Map(Levels(100_000, 8), Seed.Programming(3)));

    [Fact]
    public void Applying_faults_allocates_nothing()
    {
        FaultSampler sampler = new(ThreeBits);
        byte[] levels = Levels(100_000, 8);
        sampler.Apply(levels, Seed);
        long before = GC.GetAllocatedBytesForCurrentThread();
        sampler.Apply(levels, Seed.Trial(1));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    // Pins the bits: any processor, vector width and version must find these faults.
    [Fact]
    public void The_faults_of_a_seed_never_change()
    {
        IReadOnlyList<CellFault> map = new FaultSampler(ThreeBits).Map(Levels(1 << 20, 8), FaultSeed.Named(1, "golden"));
        ulong digest = map.Aggregate(
            14695981039346656037,
            static (hash, fault) => unchecked((hash ^ (ulong)fault.Cell ^ ((ulong)fault.Read << 56)) * 1099511628211));
        (map.Count, digest).ShouldBe((4029, 4111767965594301012UL));
    }

    private static byte[] Levels(int cells, int levels) => [.. Enumerable.Range(0, cells).Select(cell => (byte)(cell % levels))];

    private static ConfusionMatrix Flip(double rate) => ConfusionMatrix.FromRates(new[,] { { 0, rate }, { rate, 0 } });

    private static long[,] Counted(FaultSampler sampler, byte[] stored, FaultSeed seed, int levels)
    {
        byte[] read = [.. stored];
        sampler.Apply(read, seed);
        long[,] counts = new long[levels, levels];
        for (int cell = 0; cell < stored.Length; cell++)
            counts[stored[cell], read[cell]]++;
        return counts;
    }

    private static double ChiSquare(long[,] counts, int level, double[] rates) =>
        Surprise([.. Enumerable.Range(0, rates.Length).Select(read => counts[level, read])], rates);

    /// <summary>Probability of a chi-square at least as large; readings expected fewer than five times are taken together.</summary>
    private static double Surprise(long[] counts, double[] rates)
    {
        long total = counts.Sum();
        (double Seen, double Expected)[] readings = [.. counts.Zip(rates, (count, rate) => ((double)count, rate * total))];
        (double Seen, double Expected)[] common = [.. readings.Where(static reading => reading.Expected >= 5)];
        (double seen, double expected) =
            (
                readings.Sum(static reading => reading.Seen) - common.Sum(static reading => reading.Seen),
                readings.Sum(static reading => reading.Expected) - common.Sum(static reading => reading.Expected));
        seen.ShouldBeLessThanOrEqualTo(expected + (6 * Math.Sqrt(expected)) + 1e-6);
        double sum = common.Sum(static reading => (reading.Seen - reading.Expected) * (reading.Seen - reading.Expected) / reading.Expected);
        return common.Length < 2 ? 1 : 1 - ChiSquared.CDF(common.Length - 1, sum);
    }
}
