using Memti.Abstractions.Randomness;
using Memti.Simulation.Frames;

namespace Memti.Simulation.Tests;

public class PhiloxTests
{
    // Known answers of the authors' Random123 library, kat_vectors.
    [Fact]
    public void Blocks_match_the_published_vectors()
    {
        new Philox(0, 0).Block(0, 0, 0, 0).ShouldBe((0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u));
        const uint ones = uint.MaxValue;
        new Philox(ones, ones).Block(ones, ones, ones, ones).ShouldBe((0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu));
        new Philox(0xa4093822, 0x299f31d0).Block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344)
            .ShouldBe((0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u));
    }

    [Theory]
    [InlineData(0u, 0u, 0)]
    [InlineData(0u, 1u, Philox.UniformStep)]
    [InlineData(0x80000000u, 0u, 0.5)]
    [InlineData(uint.MaxValue, uint.MaxValue, 1 - Philox.UniformStep)]
    public void Two_words_are_a_number_of_53_bits_below_one(uint high, uint low, double expected) =>
        Philox.Uniform(high, low).ShouldBe(expected);

    [Fact]
    public void A_shuffled_order_is_a_permutation_that_depends_on_seed_and_frame_only()
    {
        TaskOrder order = Order(seed: 1);
        int[][] first = [.. Enumerable.Range(0, 200).Select(frame => order.Of(frame).ToArray())];

        first.ShouldAllBe(static tasks => tasks.Order().SequenceEqual(Enumerable.Range(0, 3)));
        first.Select(static tasks => string.Join(',', tasks)).Distinct().Count().ShouldBe(6);
        Order(seed: 1).Of(77).ShouldBe(first[77]);
        Enumerable.Range(0, 200).Count(frame => Order(seed: 2).Of(frame).SequenceEqual(first[frame])).ShouldBeLessThan(100);
    }

    private static TaskOrder Order(ulong seed) => new(new() { Frames = 200, Pattern = [[0, 1, 2]], Shuffled = true }, seed);
}
