using System.Runtime.Intrinsics;
using Memti.Abstractions.Randomness;
using Memti.Arrays.Faults;
using Memti.Arrays.Numerics;
using Memti.Arrays.Tests.Levels;

namespace Memti.Arrays.Tests.Faults;

public sealed class SkipLawTests
{
    // Known answers of the authors' Random123 library, kat_vectors (philox4x32, 10 rounds), with the last counter word 0 where they have
    // it so.
    [Fact]
    public void The_first_lane_of_zeros_is_the_published_vector()
    {
        (Vector512<ulong> word0, Vector512<ulong> word1, Vector512<ulong> word2, Vector512<ulong> word3) = PhiloxLanes.Blocks(
            new Philox(0, 0), 0, 0, 0);
        (word0[0], word1[0], word2[0], word3[0]).ShouldBe((0x6627e8d5UL, 0xe169c58dUL, 0xbc57ac4cUL, 0x9b00dbd8UL));
    }

    [Fact]
    public void Every_lane_is_the_scalar_generator() =>
        Prop.ForAll<ulong, ulong, uint>(static (key, block, first) =>
        {
            Philox generator = new((uint)key, (uint)(key >> 32));
            (Vector512<ulong> word0, Vector512<ulong> word1, Vector512<ulong> word2, Vector512<ulong> word3) = PhiloxLanes.Blocks(
                generator, first, (uint)block, (uint)(block >> 32));
            return Enumerable.Range(0, 8).All(lane =>
                generator.Block(first + (uint)lane, (uint)block, (uint)(block >> 32), 0)
                    == ((uint)word0[lane], (uint)word1[lane], (uint)word2[lane], (uint)word3[lane]));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1e-300, -1e-300)]
    [InlineData(1e-12, -1.0000000000005000e-12)]
    [InlineData(1e-3, -1.0005003335835335e-3)]
    [InlineData(0.25, -0.28768207245178093)]
    [InlineData(0.5, -0.69314718055994531)]
    [InlineData(0.999, -6.9077552789821371)]
    public void The_logarithm_is_right_to_the_last_digits(double fault, double log) =>
        LevelReadingTests.ShouldBeClose(ExactLog.OfSurvival(fault), log, 2e-15);

    [Fact]
    public void The_logarithm_agrees_with_the_platform_s()
    {
        for (int step = 1; step < 5000; step++)
            LevelReadingTests.ShouldBeClose(ExactLog.OfSurvival(step / 5000.0), Math.Log(1 - (step / 5000.0)), 1e-12);
    }

    [Theory]
    [InlineData(1.0, 64)]
    [InlineData(0.6, 64 * 2)]
    [InlineData(1e-3, 64 * 1024)]
    [InlineData(1e-6, 64 * 1048576)]
    [InlineData(1e-300, 1L << 52)]
    public void A_block_holds_64_to_128_candidates_on_average(double rate, long cells) =>
        (1L << new GeometricSkip(rate).BlockBits).ShouldBe(cells);

    [Theory]
    [InlineData(1.0, 1000)]
    [InlineData(0.7, 10_000)]
    [InlineData(0.03, 100_000)]
    [InlineData(1e-3, 3_000_000)]
    [InlineData(1e-6, 2_000_000_000)]
    public void Candidates_are_those_of_the_scalar_reference(double rate, long count)
    {
        const long first = 123_456_789;
        Philox key = Philox.Named(7, "reference");
        var found = new List<(long, double)>();
        var walk = new CandidateCells(new GeometricSkip(rate), key, first, count);
        while (walk.MoveNext())
            found.Add((walk.Cell, walk.Decision));
        found.ShouldBe(ScalarFaults.Candidates(rate, key, first, count));
    }

    [Fact]
    public void Every_cell_is_a_candidate_at_rate_one()
    {
        var walk = new CandidateCells(new GeometricSkip(1), new Philox(1, 2), 10, 1000);
        for (int cell = 10; cell < 1010; cell++)
        {
            walk.MoveNext().ShouldBeTrue();
            walk.Cell.ShouldBe(cell);
        }

        walk.MoveNext().ShouldBeFalse();
    }

    [Fact]
    public void Rates_of_1e_12_skip_as_far_as_they_should()
    {
        const long count = 1_000_000_000_000_000;
        var walk = new CandidateCells(new GeometricSkip(1e-12), new Philox(3, 4), 0, count);
        int candidates = 0;
        while (walk.MoveNext())
            candidates++;
        candidates.ShouldBeInRange(1000 - 130, 1000 + 130); // four standard deviations of a binomial count
    }
}
