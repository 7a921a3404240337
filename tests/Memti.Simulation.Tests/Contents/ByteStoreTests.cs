using System.Runtime.InteropServices;
using Memti.Simulation.Contents;

namespace Memti.Simulation.Tests.Contents;

public sealed class ByteStoreTests
{
    private readonly ByteStore _volatile = new("sram", 0x3000, seed: 7);

    [Fact]
    public void Non_volatile_bytes_start_as_zeros_and_outlive_a_loss_of_power()
    {
        var store = new ByteStore("rram", 64, seed: null);
        store.Read(0, 64).ToArray().ShouldAllBe(static value => value == 0);
        store.Write(8, [1, 2, 3]);
        store.LosePower();
        store.Read(8, 3).ToArray().ShouldBe([1, 2, 3]);
        store.FirstUnwritten(0, 64).ShouldBe(-1);
    }

    [Fact]
    public void Volatile_bytes_are_lost_and_count_as_unwritten()
    {
        byte[] before = _volatile.Read(0, _volatile.Length).ToArray();
        _volatile.Write(0x1FFC, [1, 2, 3, 4, 5, 6, 7, 8]);
        _volatile.FirstUnwritten(0x1FFC, 8).ShouldBe(-1);
        _volatile.FirstUnwritten(0x1FFC, 13).ShouldBe(0x2008, "words count as a whole");
        _volatile.LosePower();
        _volatile.Read(0, _volatile.Length).ToArray().ShouldBe(before);
        _volatile.FirstUnwritten(0x1FFC, 8).ShouldBe(0x1FFC);
    }

    [Fact]
    public void What_a_core_stores_by_pointer_counts_as_written_and_is_lost()
    {
        byte[] before = _volatile.Read(0, _volatile.Length).ToArray();
        Marshal.WriteInt64(_volatile.Contents + 0x100, 0);
        Marshal.WriteInt64(_volatile.Counters + 16, 1);
        _volatile.FirstUnwritten(0x100, 8).ShouldBe(-1);
        _volatile.FirstUnwritten(0x100, 16).ShouldBe(0x108);
        _volatile.LosePower();
        _volatile.Read(0, _volatile.Length).ToArray().ShouldBe(before);
        _volatile.Accesses.ShouldBe((0, 1));
    }

    [Fact]
    public void Bytes_that_a_device_has_computed_count_as_written_without_a_change()
    {
        byte[] before = _volatile.Read(0, 64).ToArray();
        _volatile.MarkWritten(0, 64);
        _volatile.FirstUnwritten(0, 64).ShouldBe(-1);
        _volatile.Read(0, 64).ToArray().ShouldBe(before);
    }

    [Fact]
    public void Power_up_contents_follow_from_the_seed_and_differ_from_word_to_word()
    {
        byte[] first = _volatile.Read(0, _volatile.Length).ToArray();
        new ByteStore("again", 0x3000, seed: 7).Read(0, 0x3000).ToArray().ShouldBe(first);
        new ByteStore("other", 0x3000, seed: 8).Read(0, 0x3000).ToArray().ShouldNotBe(first);
        MemoryMarshal.Cast<byte, ulong>(first).ToArray().Distinct().Count().ShouldBe(0x3000 / 8);
    }

    [Fact]
    public void Bytes_move_between_stores()
    {
        var source = new ByteStore("rram", 64, seed: null);
        source.Write(4, [9, 8, 7]);
        _volatile.CopyFrom(source, 4, 0x2000, 3);
        _volatile.Read(0x2000, 3).ToArray().ShouldBe([9, 8, 7]);
        _volatile.FirstUnwritten(0x2000, 3).ShouldBe(-1);
    }

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(0x2FFE, 4)]
    public void Bytes_outside_are_refused(long offset, int count) =>
        Should.Throw<ArgumentOutOfRangeException>(() => _volatile.Write(offset, new byte[count]));

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(1L << 31)]
    public void A_size_that_cannot_be_is_refused(long bytes) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ByteStore("bad", bytes, null));
}
