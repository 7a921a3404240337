using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.Device;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Tests.Device;

public sealed class ClusterDeviceTests
{
    [Theory]
    [InlineData(JobOverlap.Overlapped, 68)]
    [InlineData(JobOverlap.Serial, 80)]
    public void Jobs_take_the_cycles_of_the_model(JobOverlap jobs, int cycles)
    {
        (TestHost host, ClusterDevice device) = Bench(new ImcClusterOptions { Jobs = jobs });
        Trigger(device, 256, 256, 10);
        device.Write(ClusterRegisters.Sync, 1);
        device.Read(ClusterRegisters.Status).ShouldBe(1u);
        host.Run();

        host.Now.ShouldBe(SimTime.FromNanoseconds(10 * cycles * 2));
        host.Line.ShouldBeTrue();
        (device.Read(ClusterRegisters.FinishedJobs), device.Read(ClusterRegisters.FinishedJobs)).ShouldBe((1u, 0u));
        device.Write(ClusterRegisters.Event, 1);
        (host.Line, device.SteadyState).ShouldBe((false, 0));
    }

    [Theory]
    [InlineData(JobOverlap.Overlapped)]
    [InlineData(JobOverlap.Serial)]
    public void A_driver_takes_the_time_and_energy_of_the_plan_and_a_cycle_a_layer(JobOverlap jobs)
    {
        var accelerator = new ImcClusterAccelerator(new ImcClusterOptions { Jobs = jobs });
        Network network = Nets.MobileNet();
        InferencePlan plan = accelerator.Plan(network, Nets.Placement());
        var host = new TestHost();
        host.Device = accelerator.CreateDevice(host);
        host.Driver = accelerator.CreateDriver(host, 0, host.Device);
        SimTime? end = null;
        host.Driver.Begin(network, new NetworkAddresses { Activations = 0, Input = 0, TaskWeights = 0 }, () => end = host.Now);
        host.Run();

        end.ShouldBe(plan.Duration + (new ImcClusterOptions().Clock.Cycles(1) * network.Layers.Count));
        host.Joules.ShouldBe(plan.DynamicEnergy.Joules, plan.DynamicEnergy.Joules * 1e-12);
        host.Busy.Count(static busy => busy.Starts).ShouldBe(1);
        host.Device.SteadyState.ShouldBe(0);
    }

    [Fact]
    public void A_reset_ends_a_job_with_the_energy_of_its_part()
    {
        (TestHost host, ClusterDevice device) = Bench(new ImcClusterOptions());
        Trigger(device, 256, 256, 10);
        host.Run(SimTime.FromNanoseconds(5 * 68 * 2));
        device.Reset();
        host.Run();

        host.Joules.ShouldBe(5 * (20.5e-9 - (4e-3 * 136.8e-9)), 1e-15);
        (host.Line, device.SteadyState, device.Read(ClusterRegisters.FetchLength)).ShouldBe((false, 0, 0u));
    }

    [Fact]
    public void A_transfer_runs_beside_the_engines()
    {
        (TestHost host, ClusterDevice device) = Bench(new ImcClusterOptions(), gigabytes: 1);
        device.Write(ClusterRegisters.DmaBits, 8 * 10_000); // 10 us
        device.Write(ClusterRegisters.DmaStart, 0);
        device.Write(ClusterRegisters.CoreCycles, 2_000); // 4 us
        device.Write(ClusterRegisters.Sync, 1);
        host.Run();

        host.Now.ShouldBe(SimTime.FromMicroseconds(10));
        host.Line.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0u, 257u, 16u, ImcCodes.CrossbarTooSmall)]
    [InlineData(200u, 100u, 16u, ImcCodes.CrossbarTooSmall)]
    [InlineData(0u, 0u, 16u, ImcCodes.CrossbarTooSmall)]
    [InlineData(0u, 64u, 300u, ImcCodes.CrossbarTooSmall)]
    public void A_job_beyond_its_array_is_refused(uint start, uint rows, uint columns, string code)
    {
        (_, ClusterDevice device) = Bench(new ImcClusterOptions());
        device.Write(ClusterRegisters.JobStartY, start);
        Should.Throw<MemtiException>(() => Trigger(device, rows, columns, 1)).Diagnostic.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(0x1Cu)]
    [InlineData(0xACu)]
    [InlineData(0x400u)]
    [InlineData(ClusterRegisters.ProgramValue)]
    public void A_write_to_what_is_not_there_is_refused(uint offset) =>
        Should.Throw<MemtiException>(() => Bench(new ImcClusterOptions()).Device.Write(offset, 1)).Diagnostic.Code.ShouldBe(ImcCodes.BadJob);

    [Fact]
    public void Every_register_answers_and_has_a_name_of_its_own()
    {
        (_, ClusterDevice device) = Bench(new ImcClusterOptions());
        device.Registers.Select(static register => register.Name).ShouldBeUnique();
        foreach (DeviceRegister register in device.Registers)
            Should.NotThrow(() => device.Read(register.Offset));
    }

    [ReferenceFact(Reference.Cluster)]
    public void The_interface_has_the_public_offsets()
    {
        foreach (var offset in Reference.Of(Reference.Cluster).GetProperty("ima_registers").GetProperty("offsets").EnumerateObject())
            ClusterRegisters.All.Single(register => register.Name == offset.Name).Offset
                .ShouldBe(Convert.ToUInt32(offset.Value.GetString()!.Split(' ')[0], 16));
    }

    private static (TestHost Host, ClusterDevice Device) Bench(ImcClusterOptions options, double gigabytes = 1000)
    {
        var host = new TestHost(gigabytes);
        var device = new ClusterDevice(options, host);
        host.Device = device;
        return (host, device);
    }

    private static void Trigger(ClusterDevice device, uint rows, uint columns, uint jobs)
    {
        device.Write(ClusterRegisters.FetchLength, rows);
        device.Write(ClusterRegisters.StoreLength, columns);
        device.Write(ClusterRegisters.NumJobs, jobs);
        device.Write(ClusterRegisters.Trigger, 0);
    }
}
