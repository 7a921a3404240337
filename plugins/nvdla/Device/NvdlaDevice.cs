using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Device.Layers;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.EnergyEstimates;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device;

/// <summary>
/// NVDLA as firmware sees it: registers behind a window of 256 KiB and one interrupt line. Layers that are programmed run in simulated
/// time: as long as the analytic plan says, and longer where others use the same memories. They take the energy of the plan.
/// </summary>
/// <remarks>Registers: nvdla/hw, spec/manual; rules: docs/models/nvdla-device.md.</remarks>
internal sealed class NvdlaDevice : IBusDevice
{
    private readonly RegisterFile _registers;
    private readonly LayerSequencer _layers;
    private readonly RegisterLayout _layout;

    /// <summary>Makes a device, just out of reset.</summary>
    /// <param name="options">The engine.</param>
    /// <param name="host">The system around it.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ValueOutOfRange"/> with the key and what is permitted.</exception>
    internal NvdlaDevice(NvdlaOptions options, IDeviceHost host)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(host);
        OptionsCheck.Check(options);
        _layout = options.RegisterMap;
        var clock = new ClockEdges(options.Clock);
        AccessTime = clock.Period;
        var interrupts = new InterruptRegisters(() => clock.CycleAt(host.Now), active => host.SetInterrupt(0, active));
        _registers = new RegisterFile(_layout, interrupts, Enabled);
        _layers = new LayerSequencer(new EngineUnits(_registers), host, new PlannedLayerTiming(options), options, interrupts);
    }

    /// <inheritdoc />
    public uint WindowBytes => RegisterFile.WindowBytes;

    /// <inheritdoc />
    public int InterruptLines => 1;

    /// <inheritdoc />
    /// <remarks>Both register groups take the same time, so that an idle engine depends on nothing that was before.</remarks>
    public long? SteadyState => _layers.IsIdle && !_layers.IsPrepared ? 0 : null;

    /// <inheritdoc />
    /// <remarks>The names have the unit in front, such as <c>CDMA_D_BANK</c>.</remarks>
    public IReadOnlyList<DeviceRegister> Registers => RegisterTable.Instance.Described(_layout);

    /// <inheritdoc />
    /// <remarks>
    /// One cycle of the engine: the configuration port takes one request per cycle (nvdla/doc, doc/hw/v1/integration_guide.rst).
    /// </remarks>
    public SimTime AccessTime { get; }

    /// <inheritdoc />
    /// <remarks>A layer at work ends here; the energy of the time that it ran is spent. No interrupt tells of it.</remarks>
    public void Reset()
    {
        _layers.Abandon();
        _registers.Reset();
    }

    /// <inheritdoc />
    /// <remarks>Where there is no register, 0.</remarks>
    public uint Read(uint offset) => _registers.Read(Word(offset));

    /// <inheritdoc />
    /// <exception cref="MemtiException">
    /// <see cref="NvdlaCodes.RegisterHole"/>: no register is there; <see cref="NvdlaCodes.UnmodelledUnit"/>;
    /// <see cref="NvdlaCodes.BadRegisters"/> or <see cref="DiagnosticCode.UnsupportedLayer"/> for a write that completes a layer which
    /// cannot be.
    /// </exception>
    public void Write(uint offset, uint value) => _registers.Write(Word(offset), value);

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
