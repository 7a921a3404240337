using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Bus;
using Memti.Simulation.Codes;
using Memti.Simulation.Maps;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests.Maps;

public sealed class MemoryMapTests
{
    private static readonly MappedDevice Accelerator = new("accelerator", new AddressRange(0x3000_0000, 0x4_0000));

    [Fact]
    public void Contents_lie_in_their_windows_at_multiples_of_32()
    {
        MemoryMap map = Map(System(shared: 0x2000_0000, task: 0x8000_0000, backing: 0x5000_0000));

        map.Windows.Select(static window => (window.Name, window.Range.Base, window.Range.Size)).ShouldBe(
            [("shared", 0x2000_0000UL, 4096UL), ("task", 0x8000_0000, 4096), ("backing", 0x5000_0000, 4096)]);
        map.SetBytes(1).ShouldBe(1001UL); // 8,001 bits
        new[] { map.SetAddress(0), map.SetAddress(1), map.SetAddress(2) }.ShouldBe([0x5000_0000UL, 0x5000_0400, 0x5000_0800]);
        new[] { map.SlotAddress(0), map.SlotAddress(1) }.ShouldBe([0x8000_0000UL, 0x8000_0400]);
        map.Slots.ShouldBe(2);
        map.AddressesOf(task: 2, slot: 1).ShouldBe(new NetworkAddresses
        {
            SharedWeights = 0x2000_0000,
            TaskWeights = 0x8000_0400,
            Activations = 0x5000_0c00, // after 1,000 bytes at 0x5000_0800
            Input = 0x5000_0c20, // after 16 bytes
        });
    }

    [Fact]
    public void Sets_in_the_backing_store_are_read_in_place()
    {
        SystemDescription system = Inputs(Systems.Of(
            [Systems.Task("a"), Systems.Task("b")],
            Systems.Backing(MemoryContents.Shared | MemoryContents.Activations | MemoryContents.Input)));
        MemoryMap map = Map(system);

        map.Slots.ShouldBe(0);
        (map.AddressesOf(0, 0).TaskWeights, map.AddressesOf(1, 0).TaskWeights).ShouldBe((0x4000_0400UL, 0x4000_0800UL));
        map.AddressesOf(1, 0).SharedWeights.ShouldBe(0x4000_0000UL);
    }

    [Fact]
    public void A_copy_of_shared_parameters_comes_before_the_sets()
    {
        MemoryMap map = Map(System(shared: null, task: null, backing: 0x5000_0000).WithVolatileShared());

        (map.SharedCopyAddress, map.SetAddress(0), map.SharedBytes).ShouldBe((0x5000_0000UL, 0x5000_0400UL, 1000UL));
    }

    [Fact]
    public void A_memory_without_an_address_gets_a_free_window_that_no_core_sees()
    {
        MemoryMap map = Map(System(shared: 0x4000_0000, task: null, backing: null));

        map.Windows.Select(static window => (window.Range.Base, window.HasBytes)).ShouldBe(
            [(0x4000_0000UL, true), (0x4010_0000, false), (0x4020_0000, false)]);
    }

    [Theory]
    [InlineData(10_000 * 8, 8192)]
    [InlineData(4096 * 8, 4096)]
    public void A_memory_without_contents_has_whole_pages_of_its_capacity(long bits, ulong bytes)
    {
        SystemDescription system = With(Code(bits));

        Map(system).Windows.Last().Range.ShouldBe(new AddressRange(0x2000_0000, bytes));
    }

    [Fact]
    public void A_memory_without_contents_and_address_is_not_on_the_bus() =>
        Map(With(Code(8_000_000) with { At = null })).Windows.ShouldAllBe(static window => window.Name != "code");

    [Fact]
    public void Less_than_a_page_is_refused_with_its_key() => Refusal(With(Code(4095 * 8)))
        .ShouldBe((SimulationCodes.NoWindow, "memories.code.at"));

    [Fact]
    public void A_window_past_the_end_of_the_bus_is_refused() => Refusal(With(Code(8192 * 8) with { At = 0xffff_f000 }))
        .ShouldBe((SimulationCodes.NoWindow, "memories.code.at"));

    [Theory]
    [InlineData(0x3003_f000)] // the last page of the accelerator
    [InlineData(0x4000_0000)] // a memory at its own address
    public void Two_things_at_one_place_are_refused(ulong address)
    {
        SystemDescription system = With(Code(8192 * 8) with { At = address });
        system = system with { Memories = [system.Memories[0] with { At = 0x4000_1000 }, .. system.Memories.Skip(1)] };
        Refusal(system).Code.ShouldBe(SimulationCodes.AddressOverlap);
    }

    private static (string Code, string? Key) Refusal(SystemDescription system)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => Map(system)).Diagnostic;
        return (finding.Code, finding.Key);
    }

    private static MemoryMap Map(SystemDescription system) => new(system, [Accelerator]);

    private static MemoryUnit Code(long bits) => new()
    {
        Name = "code",
        Figures = Systems.Figures(isVolatile: false) with { Capacity = DataSize.FromBits(bits) },
        At = 0x2000_0000,
    };

    private static SystemDescription With(MemoryUnit code)
    {
        SystemDescription system = System(null, null, null);
        return system with { Memories = [.. system.Memories, code] };
    }

    private static SystemDescription System(ulong? shared, ulong? task, ulong? backing) => Inputs(Systems.Of(
        [Systems.Task("a"), Systems.Task("b", 8001), Systems.Task("c")],
        Systems.Shared() with { At = shared },
        Systems.Working(resident: 2) with { At = task },
        Systems.Backing(MemoryContents.Activations | MemoryContents.Input) with { At = backing }));

    private static SystemDescription Inputs(SystemDescription system) => system with
    {
        Activations = DataSize.FromBytes(16),
        Tasks = [.. system.Tasks.Select(static task => task with { Input = DataSize.FromBytes(64) })],
    };
}
