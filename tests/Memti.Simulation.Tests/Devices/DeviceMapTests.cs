using Memti.Abstractions.Devices;
using Memti.Simulation.Bus;
using Memti.Simulation.Devices;
using Memti.Simulation.Tests.Cores;

namespace Memti.Simulation.Tests.Devices;

public sealed class DeviceMapTests
{
    public static TheoryData<string> Names => new(DeviceMaps.All.Select(static device => device.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Registers_lie_in_their_window_apart_and_at_multiples_of_their_size(string name)
    {
        DeviceMap device = DeviceMaps.All.Single(device => device.Name == name);
        var map = new AddressMap<string>();
        foreach (DeviceRegister register in device.Registers)
        {
            (register.Offset % (uint)register.Bytes).ShouldBe(0u, register.Name);
            long end = register.Offset + ((long)register.Bytes * register.Count);
            end.ShouldBeLessThanOrEqualTo(device.WindowBytes, register.Name);
            // Bytes are mapped as words: the map of ranges knows nothing smaller.
            map.Add(new AddressRange(register.Offset * 4ul, (ulong)(end - register.Offset) * 4), register.Name, register.Name);
        }
    }

    [Fact]
    public void Fields_fit_their_registers()
    {
        foreach (DeviceRegister register in DeviceMaps.All.SelectMany(static device => device.Registers))
            register.Fields.ShouldAllBe(field => field.Low >= 0 && field.Bits >= 1 && field.Low + field.Bits <= 8 * register.Bytes);
    }

    [Fact]
    public void Default_windows_are_apart()
    {
        var map = new AddressMap<string>();
        foreach (DeviceMap device in DeviceMaps.All)
            map.Add(new AddressRange(CoreBench.BaseOf(device), device.WindowBytes), device.Name, device.Name);
        map.TryFind(0x3000_0000, out _, out _).ShouldBeFalse("the accelerator's default");
    }
}
