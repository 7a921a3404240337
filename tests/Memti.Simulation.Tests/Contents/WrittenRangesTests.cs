using Memti.Simulation.Contents;

namespace Memti.Simulation.Tests.Contents;

public sealed class WrittenRangesTests
{
    [Fact]
    public void Ranges_that_meet_become_one()
    {
        var ranges = new WrittenRanges();
        ranges.Add(0, 4);
        ranges.Add(8, 4);
        ranges.Add(4, 4);
        ranges.All.ShouldBe([(0L, 12L)]);
    }

    [Fact]
    public void A_gap_is_what_a_plain_search_over_bytes_finds() =>
        Prop.ForAll<(byte Start, byte Count)[], byte, byte>(static (added, start, count) =>
        {
            var ranges = new WrittenRanges();
            var bytes = new bool[512];
            foreach ((byte first, byte size) in added)
            {
                ranges.Add(first, size % 32);
                bytes.AsSpan(first, size % 32).Fill(true);
            }

            int gap = bytes.AsSpan(start, count).IndexOf(false);
            bool found = ranges.TryFindGap(start, start + count, out long at, out long end);
            if (gap < 0)
                return !found;
            int length = bytes.AsSpan(start + gap, count - gap).IndexOf(true);
            return found && at == start + gap && end == (length < 0 ? start + count : start + gap + length);
        }).QuickCheckThrowOnFailure();
}
