using Memti.Abstractions.Firmware;
using Memti.Simulation.Devices.Accelerators;

namespace Memti.Simulation.Masters.Managed;

/// <content>Inferences in parts.</content>
internal sealed partial class SystemOnChip : ILayerInference
{
    private readonly LayerEngine? _layers;
    private int _firstLayer;
    private int _layerCount;
    private int _savedTask;
    private int _savedLayers;
    private Memory<byte> _into;
    private bool _putsBack;

    /// <inheritdoc />
    public ILayerInference? Layers
    {
        get
        {
            Guard.Check();
            return _layers is null ? null : this;
        }
    }

    /// <inheritdoc />
    public int FeatureBytes
    {
        get
        {
            Guard.Check();
            return _layers!.FeatureBytes;
        }
    }

    /// <inheritdoc />
    public int LayersOf(int task)
    {
        Guard.Check();
        Require(task, "the layers of");
        return _layers!.LayersOf(task);
    }

    /// <inheritdoc />
    public ValueTask Infer(int task, int first, int count)
    {
        EnterOn(task, "an inference of");
        int layers = _layers!.LayersOf(task);
        if (first < 0 || count < 1 || count > layers - first)
            throw Completion.Illegal(FormattableString.Invariant(
                $"{count} layers from {first} of task '{NameOf(task)}'; permitted: within its {layers} layers"));
        if (!IsReadable(task))
            throw Completion.Illegal($"an inference of task '{NameOf(task)}', whose parameters are not loaded; load it first");
        if (!_layers.Has(task, first))
            throw Completion.Illegal(FormattableString.Invariant(
                $"layer {first} of task '{NameOf(task)}' without the features of the layers before it"));
        (_firstLayer, _layerCount) = (first, count);
        return Start(Operation.InferLayers, task);
    }

    /// <inheritdoc />
    public ValueTask ReadFeatures(Memory<byte> bytes)
    {
        EnterFeatures(bytes.Length, "to read");
        if (!_layers!.HasAny)
            throw Completion.Illegal("to read features that no layer has left");
        (_into, _putsBack) = (bytes, false);
        return Start(Operation.MoveFeatures, -1);
    }

    /// <inheritdoc />
    public ValueTask WriteFeatures(ReadOnlyMemory<byte> bytes)
    {
        EnterFeatures(bytes.Length, "to put back");
        if (!_layers!.IsOf(bytes.Span, out int task, out int layers))
            throw Completion.Illegal("to put features back that no layer has left: they are torn, or not features");
        (_savedTask, _savedLayers, _putsBack) = (task, layers, true);
        return Start(Operation.MoveFeatures, -1);
    }

    private Progress NextOfLayers()
    {
        if (_step > 0)
            return Progress.Done;
        if (Background.IsActive)
            return WaitFor(Background.Left);
        if (Rouse(_layers!.NeedsOf(_task, _firstLayer, _layerCount), out Progress rises))
            return rises;
        _step++;
        int slot = SlotOf(_task);
        Progress progress = Work(_layers.Run(_task, slot, _firstLayer, _layerCount, _goOn));
        if (_firstLayer == 0)
            _hardware.Frames.Arrive();
        if (slot >= 0)
            _policy!.Touch(slot);
        return progress;
    }

    private Progress NextOfFeatures()
    {
        if (_step > 0)
            return Progress.Done;
        if (Rouse(_layers!.FeatureUsers(), out Progress rises))
            return rises;
        _step++;
        return Work(_putsBack ? _layers.Write(_savedTask, _savedLayers, _goOn) : _layers.Read(_into, _goOn));
    }

    private void EnterFeatures(int bytes, string what)
    {
        Enter();
        if (!_hardware.Power.IsOn)
            throw Completion.Illegal($"{what} features while the system is down; wake it first");
        if (bytes != _layers!.FeatureBytes)
            throw Completion.Illegal(FormattableString.Invariant(
                $"{what} {bytes} bytes of features; permitted: {_layers.FeatureBytes}"));
    }
}
