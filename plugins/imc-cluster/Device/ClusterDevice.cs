using System.Globalization;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.Crossbars;
using Memti.Plugins.ImcCluster.EnergyEstimates;
using Memti.Plugins.ImcCluster.Options;
using Memti.Plugins.ImcCluster.Timing;

namespace Memti.Plugins.ImcCluster.Device;

/// <summary>
/// The cluster as firmware sees it: registers and one interrupt line. Jobs of the crossbars, kernels of the cores and the depth-wise engine
/// follow one another; transfers run beside them. Times and energies are those of the plan.
/// </summary>
internal sealed class ClusterDevice : IBusDevice
{
    private readonly uint[] _values = new uint[ClusterRegisters.WindowBytes / 4];
    private readonly ImcClusterOptions _options;
    private readonly IDeviceHost _host;
    private readonly EngineQueue _queue;
    private readonly ImaTiming _ima;
    private readonly ClusterEnergy _energy;
    private int _transfers;
    private int _generation;
    private uint _finished;
    private bool _isSyncing;
    private bool _isBusy;
    private bool _event;

    /// <summary>Makes a device, just out of reset.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ValueOutOfRange"/>.</exception>
    internal ClusterDevice(ImcClusterOptions options, IDeviceHost host)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(host);
        ImcLimits.Check(options);
        (_options, _host, _ima, _energy) = (options, host, new ImaTiming(options), new ClusterEnergy(options));
        _queue = new EngineQueue(host, options.Clock, WorkEnded);
    }

    /// <inheritdoc />
    public uint WindowBytes => ClusterRegisters.WindowBytes;

    /// <inheritdoc />
    public int InterruptLines => 1;

    /// <inheritdoc />
    public IReadOnlyList<DeviceRegister> Registers => ClusterRegisters.All;

    /// <inheritdoc />
    /// <remarks>One cycle, as the public simulator counts.</remarks>
    public SimTime AccessTime => _options.Clock.Cycles(1);

    /// <inheritdoc />
    public long? SteadyState => _queue.IsEmpty && _transfers == 0 && !_isSyncing && !_event ? 0 : null;

    /// <inheritdoc />
    public void Reset()
    {
        Abandon();
        Array.Clear(_values);
        (_finished, _event) = (0, false);
        _host.SetInterrupt(0, false);
    }

    /// <inheritdoc />
    public uint Read(uint offset)
    {
        Require(offset);
        switch (offset)
        {
            case ClusterRegisters.Acquire:
                return 0;
            case ClusterRegisters.FinishedJobs:
                (uint finished, _finished) = (_finished, 0);
                return finished;
            case ClusterRegisters.Status:
                return _queue.IsEmpty ? 0u : 1;
            case ClusterRegisters.RunningTask:
                return (uint)_queue.Jobs;
            case ClusterRegisters.Event:
                return _event ? 1u : 0;
            default:
                return _values[offset / 4];
        }
    }

    /// <inheritdoc />
    /// <remarks>Peeking leaves the count of finished jobs.</remarks>
    public bool TryPeek(uint offset, int bytes, out ulong value)
    {
        value = bytes != sizeof(uint) ? 0 : offset == ClusterRegisters.FinishedJobs ? _finished : Read(offset);
        return bytes == sizeof(uint);
    }

    /// <inheritdoc />
    /// <exception cref="MemtiException">
    /// <see cref="ImcCodes.BadJob"/>, <see cref="ImcCodes.CrossbarTooSmall"/>, or what the memory of a transfer finds.
    /// </exception>
    public void Write(uint offset, uint value)
    {
        Require(offset);
        _values[offset / 4] = value;
        switch (offset)
        {
            case ClusterRegisters.Trigger:
                Start(Job());
                break;
            case ClusterRegisters.SoftClear:
                Abandon();
                break;
            case ClusterRegisters.ProgramValue:
                throw Bad("PR_VAL", value, "weights are written into the memory of shared parameters, which deployments do");
            case ClusterRegisters.Begin:
                Work(startsInference: value == 1);
                break;
            case ClusterRegisters.DmaStart:
                Transfer(value);
                break;
            case ClusterRegisters.CoreCycles:
                Start((value, _energy.Cores(value), false));
                break;
            case ClusterRegisters.DepthwiseMacs:
                Start((DepthwiseCycles.Of(_options, value), _energy.Depthwise(value), false));
                break;
            case ClusterRegisters.Sync:
                _isSyncing = true;
                Look();
                break;
            case ClusterRegisters.Event:
                _event &= (value & 1) == 0;
                _host.SetInterrupt(0, _event);
                break;
            default:
                break;
        }
    }

    /// <summary>The jobs that the registers describe.</summary>
    private (long Cycles, Energy Energy, bool IsJob) Job()
    {
        uint rows = Value(ClusterRegisters.FetchLength), columns = Value(ClusterRegisters.StoreLength);
        CheckPlace("rows", Value(ClusterRegisters.JobStartY), rows, _options.Rows);
        CheckPlace("columns", Value(ClusterRegisters.JobStartX), columns, _options.Columns);
        if (Value(ClusterRegisters.Array) >= _options.Arrays)
            throw Bad("ARRAY", Value(ClusterRegisters.Array), FormattableString.Invariant($"0 to {_options.Arrays - 1}"));
        uint line = Value(ClusterRegisters.LineLength) is > 0 and var length ? length : rows;
        uint skipped = Value(ClusterRegisters.FeatureLength);
        if (skipped >= line)
            throw Bad("JOB_FEAT_LENGTH", skipped, FormattableString.Invariant($"below JOB_LINE_LENGTH, {line}"));
        long jobs = Value(ClusterRegisters.NumJobs);
        JobCycles one = _ima.Of(WeightBlock.LinesOf((int)skipped, (int)rows, (int)line), (int)columns);
        return (_ima.Cycles(one, jobs), _energy.Product((int)rows, (int)columns).Total * jobs, true);
    }

    private static void CheckPlace(string what, uint start, uint length, int size)
    {
        if (length > 0 && (ulong)start + length <= (ulong)size)
            return;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"a job takes {length} {what} from {start} on, and an array has {size}; permitted: 1 to {size} in all.");
        throw new MemtiException(new Diagnostic(ImcCodes.CrossbarTooSmall, text) { Key = what });
    }

    private void Start((long Cycles, Energy Energy, bool IsJob) work)
    {
        Work(startsInference: false);
        _queue.Add(work.Cycles, work.Energy, work.IsJob);
    }

    private void Transfer(uint direction)
    {
        if (direction > 1)
            throw Bad("DMA_START", direction, "0 into the cluster, 1 out of it");
        int generation = _generation;
        Work(startsInference: false);
        _transfers++;
        _host.Transfer(
            Value(ClusterRegisters.DmaAddress),
            direction == 0 ? TransferDirection.Read : TransferDirection.Write,
            DataSize.FromBits(Value(ClusterRegisters.DmaBits)),
            () =>
            {
                // What a reset left under way ends in the memory, and here for nobody.
                if (generation != _generation)
                    return;
                _transfers--;
                Look();
            });
    }

    private void WorkEnded(bool isJob)
    {
        _finished += isJob ? 1u : 0;
        Look();
    }

    /// <summary>Raises the event of a sync once nothing is left to wait for.</summary>
    private void Look()
    {
        if (!_queue.IsEmpty || _transfers > 0)
            return;
        if (_isBusy)
            _host.SetBusy(false);
        _isBusy = false;
        if (!_isSyncing)
            return;
        (_isSyncing, _event) = (false, true);
        _host.SetInterrupt(0, true);
    }

    private void Work(bool startsInference)
    {
        if (!_isBusy || startsInference)
            _host.SetBusy(true, startsInference);
        _isBusy = true;
    }

    private void Abandon()
    {
        _queue.Abandon();
        _generation++;
        (_transfers, _isSyncing) = (0, false);
        if (_isBusy)
            _host.SetBusy(false);
        _isBusy = false;
    }

    private uint Value(uint offset) => _values[offset / 4];

    private static void Require(uint offset)
    {
        if (!ClusterRegisters.Has(offset))
            throw Bad(FormattableString.Invariant($"0x{offset:X3}"), 0, "offsets of registers");
    }

    private static MemtiException Bad(string register, uint value, string permitted)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        return new(new Diagnostic(ImcCodes.BadJob, $"register '{register}' of the cluster has {text}; permitted: {permitted}.")
        {
            Key = register,
            Value = text,
            Permitted = permitted,
        });
    }
}
