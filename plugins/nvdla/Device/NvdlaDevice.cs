using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Device.Csb;
using Memti.Plugins.Nvdla.Device.Layers;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.EnergyEstimates;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device;

/// <summary>
/// NVDLA as firmware sees it: registers behind a window of 256 KiB and one interrupt line. Layers that are programmed run in simulated
/// time: as long as the analytic plan says, and longer where others use the same memories.
/// </summary>
/// <remarks>Registers: nvdla/hw, spec/manual; rules: docs/models/nvdla-device.md.</remarks>
public sealed class NvdlaDevice : IBusDevice
{
    private readonly RegisterFile _registers;
    private readonly LayerSequencer _layers;

    /// <summary>Makes a device, just out of reset.</summary>
    /// <param name="options">The engine.</param>
    /// <param name="host">The system around it.</param>
    /// <param name="device">Its register map.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ValueOutOfRange"/> with the key and what is permitted.</exception>
    public NvdlaDevice(NvdlaOptions options, IDeviceHost host, NvdlaDeviceOptions? device = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(host);
        OptionsCheck.Check(options);
        Layout = (device ??= new NvdlaDeviceOptions()).Layout;
        var clock = new ClockEdges(options.Clock);
        var interrupts = new InterruptRegisters(() => clock.CycleAt(host.Now), active => host.SetInterrupt(0, active));
        _registers = new RegisterFile(device, interrupts, Enabled);
        _layers = new LayerSequencer(new EngineUnits(_registers), host, new PlannedLayerTiming(options), options.Clock, interrupts);
        _registers.Unit("CDMA").Put("S_CBUF_FLUSH_STATUS", 1);
        Csb = new CsbPort(_registers, host, clock);
    }

    /// <inheritdoc />
    public uint WindowBytes => RegisterFile.WindowBytes;

    /// <inheritdoc />
    public int InterruptLines => 1;

    /// <summary>The register map.</summary>
    public RegisterLayout Layout { get; }

    /// <summary>The configuration port, for masters that speak its protocol rather than that of a memory-mapped window.</summary>
    public CsbPort Csb { get; }

    /// <summary>True when no layer runs.</summary>
    public bool IsIdle => _layers.IsIdle;

    /// <summary>Called when a layer is done, before its interrupt is raised.</summary>
    public event Action<LayerRecord>? LayerCompleted
    {
        add => _layers.Completed += value;
        remove => _layers.Completed -= value;
    }

    /// <inheritdoc />
    /// <remarks>Behind all that waits at <see cref="Csb"/>. Where there is no register, 0.</remarks>
    public uint Read(uint offset)
    {
        Csb.Drain();
        return _registers.Read(Word(offset));
    }

    /// <inheritdoc />
    /// <exception cref="MemtiException">
    /// <see cref="NvdlaCodes.RegisterHole"/> in a strict device; <see cref="NvdlaCodes.UnmodelledUnit"/>;
    /// <see cref="NvdlaCodes.BadRegisters"/> or <see cref="DiagnosticCode.UnsupportedLayer"/> for a write that completes a layer which
    /// cannot be.
    /// </exception>
    public void Write(uint offset, uint value)
    {
        Csb.Drain();
        _registers.Write(Word(offset), value);
    }

    private static uint Word(uint offset) => offset % 4 == 0 && offset < RegisterFile.WindowBytes
        ? offset
        : throw new ArgumentOutOfRangeException(nameof(offset), offset, "A multiple of 4 inside the window.");

    private void Enabled(UnitRegisters unit)
    {
        if (unit.Description.Name is "CDP" or "CDP_RDMA" or "RBK")
            throw RegisterErrors.Unmodelled(unit.Description.Name);
        _layers.Look();
    }
}
