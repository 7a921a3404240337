using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Simulation.Bus;

namespace Memti.Simulation.Tests.Bus;

public sealed class TransferTests
{
    private const ulong OnChip = Bench.OnChip;
    private const ulong OffChip = Bench.OffChip;

    private readonly Bench _bench = new();
    private readonly List<string> _ends = [];

    [Fact]
    public void Reads_of_one_memory_wait_for_each_other()
    {
        Read(OnChip, 100, "first");
        Read(OnChip + 4096, 50, "second");
        Ends().ShouldBe(["first 100", "second 150"]);
    }

    [Fact]
    public void Reads_and_writes_go_side_by_side_on_the_chip()
    {
        Read(OnChip, 100, "read");
        Write(OnChip, 100, "write");
        Ends().ShouldBe(["write 50", "read 100"]);
    }

    [Fact]
    public void Reads_and_writes_take_turns_off_the_chip()
    {
        Read(OffChip, 100, "read");
        Write(OffChip, 100, "write");
        Read(OffChip, 10, "again");
        Ends().ShouldBe(["read 100", "write 150", "again 160"]);
    }

    [Fact]
    public void Memories_do_not_wait_for_each_other()
    {
        Read(OffChip, 100, "off");
        Read(OnChip, 100, "on");
        Ends().ShouldBe(["off 100", "on 100"]);
    }

    [Fact]
    public void A_memory_that_was_idle_starts_at_once()
    {
        Read(OnChip, 100, "first");
        _bench.RunUntil(SimTime.FromNanoseconds(500));
        Read(OnChip, 100, "second");
        Ends().ShouldBe(["first 100", "second 600"]);
    }

    [Fact]
    public void Nothing_takes_no_time_and_still_ends_later_than_its_start()
    {
        Read(OnChip, 0, "nothing");
        _ends.ShouldBeEmpty();
        Ends().ShouldBe(["nothing 0"]);
    }

    [Fact]
    public void Cutting_data_into_transfers_never_changes_when_the_last_ends() =>
        Prop.ForAll<PositiveInt[], PositiveInt>(static (bits, rate) =>
        {
            var port = new MemoryPort("m", OnChip: true, Bandwidth.FromBytesPerSecond(rate.Get * 7e6), Bandwidth.Zero);
            SimTime cut = SimTime.Zero;
            var channel = new MemoryChannel(port);
            foreach (PositiveInt part in bits)
                cut = channel.Enqueue(SimTime.Zero, TransferDirection.Read, DataSize.FromBits(part.Get));
            DataSize all = DataSize.FromBits(bits.Sum(static part => (long)part.Get));
            return cut == new MemoryChannel(port).Enqueue(SimTime.Zero, TransferDirection.Read, all);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_device_sees_the_memory_behind_an_address() =>
        _bench.Host.MemoryAt(OffChip + 5).Port.ShouldBe(
            new MemoryPort("off", false, Bandwidth.FromGigabytesPerSecond(1), Bandwidth.FromGigabytesPerSecond(2)));

    [Fact]
    public void Data_where_no_memory_is_is_refused() =>
        Should.Throw<MemtiException>(() => Read(0, 1, "device")).Diagnostic.Code.ShouldBe(DiagnosticCode.BusAddress);

    [Fact]
    public void A_memory_without_a_rate_moves_nothing()
    {
        var channel = new MemoryChannel(new MemoryPort("dead", OnChip: true, Bandwidth.FromGigabytesPerSecond(1), Bandwidth.Zero));
        Should.Throw<MemtiException>(() => channel.Enqueue(SimTime.Zero, TransferDirection.Write, DataSize.FromBytes(1)))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.BadMemoryFigure);
    }

    private void Read(ulong address, int bytes, string name) => Move(address, TransferDirection.Read, bytes, name);

    private void Write(ulong address, int bytes, string name) => Move(address, TransferDirection.Write, bytes, name);

    private void Move(ulong address, TransferDirection direction, int bytes, string name) => _bench.Host.Transfer(
        address,
        direction,
        DataSize.FromBytes(bytes),
        () => _ends.Add(FormattableString.Invariant($"{name} {_bench.Machine.Now / 1000}")));

    private List<string> Ends()
    {
        _bench.RunUntilIdle();
        return _ends;
    }
}
