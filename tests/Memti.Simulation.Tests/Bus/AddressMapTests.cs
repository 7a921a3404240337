using Memti.Abstractions.Diagnostics;
using Memti.Simulation.Bus;
using Memti.Simulation.Codes;

namespace Memti.Simulation.Tests.Bus;

public sealed class AddressMapTests
{
    [Theory]
    [InlineData(0x100, 0x100, 0x100, 0x100)]
    [InlineData(0x100, 0x100, 0x1FC, 4)]
    [InlineData(0x100, 0x100, 0, 0x104)]
    [InlineData(0x100, 0x100, 0x140, 4)]
    [InlineData(0x140, 4, 0x100, 0x100)]
    public void Ranges_that_overlap_are_refused(long firstBase, long firstSize, long secondBase, long secondSize)
    {
        var map = new AddressMap<int>();
        map.Add(Range(firstBase, firstSize), "first", 1);
        Diagnostic diagnostic = Should.Throw<MemtiException>(() => map.Add(Range(secondBase, secondSize), "second", 2)).Diagnostic;
        (diagnostic.Code, diagnostic.Key).ShouldBe((SimulationCodes.AddressOverlap, "second"));
        diagnostic.Message.ShouldContain("'first'");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 4)]
    [InlineData(4, 6)]
    [InlineData(-4, 8)]
    public void A_range_that_is_none_is_refused(long start, long size) =>
        Should.Throw<MemtiException>(() => new AddressMap<int>().Add(Range(start, size), "odd", 1)).Diagnostic.Code
            .ShouldBe(SimulationCodes.AddressOverlap);

    [Fact]
    public void The_last_word_of_all_may_be_mapped()
    {
        var map = new AddressMap<int>();
        map.Add(Range(-4, 4), "end", 7);
        map.TryFind(ulong.MaxValue, out int target, out ulong offset).ShouldBeTrue();
        (target, offset).ShouldBe((7, 3ul));
    }

    [Fact]
    public void Any_address_leads_where_a_plain_search_leads() =>
        Prop.ForAll<(byte Start, byte Size)[], byte>(static (ranges, address) =>
        {
            var map = new AddressMap<int>();
            List<AddressRange> added = [];
            foreach ((byte start, byte size) in ranges)
            {
                AddressRange range = Range(start / 4 * 4, ((size % 8) + 1) * 4);
                if (added.Exists(range.Overlaps))
                    continue;
                map.Add(range, "range", added.Count);
                added.Add(range);
            }

            int expected = added.FindIndex(range => range.Contains(address));
            return map.TryFind(address, out int target, out ulong offset)
                ? target == expected && offset == address - added[expected].Base
                : expected < 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_map_lists_its_ranges_in_order()
    {
        var map = new AddressMap<int>();
        map.Add(Range(0x1000, 0x10), "b", 2);
        map.Add(Range(0, 4), "a", 1);
        map.ToString().ShouldBe("0x0 to 0x3 (a), 0x1000 to 0x100F (b)");
    }

    private static AddressRange Range(long start, long size) => new((ulong)start, (ulong)size);
}
