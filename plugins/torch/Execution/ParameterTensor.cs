using System.Runtime.InteropServices;
using Memti.Abstractions.Graphs;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>
/// A parameter in native memory, and what the network computes with in its place. 32 bits wide; kernels lie channels last.
/// </summary>
internal sealed class ParameterTensor : IDisposable
{
    private readonly Tensor _value;
    private Tensor? _substitute;
    private Tensor? _narrow;

    public ParameterTensor(GraphParameter description, float[] values, bool isTrained, Device device)
    {
        (Description, IsTrained) = (description, isTrained);
        _value = Leaf(values, device);
    }

    public GraphParameter Description { get; }

    /// <summary>True when gradients change it.</summary>
    public bool IsTrained { get; }

    /// <summary>Rises with every change, so that what was computed from it can be kept until then.</summary>
    public long Version { get; private set; }

    /// <summary>Its own values, which training changes.</summary>
    public Tensor Value => _value;

    /// <summary>What the network computes with.</summary>
    public Tensor Used => _substitute ?? _value;

    /// <summary>
    /// What the network computes with, in a number format. Owned by this parameter, or by the dispose scope of the caller.
    /// </summary>
    public Tensor In(ScalarType type)
    {
        if (type == ScalarType.Float32)
            return Used;
        if (IsTrained)
            return Used.to(type); // a new one each time: gradients flow through it
        if (_narrow is null)
        {
            using var _ = no_grad();
            _narrow = Used.to(type).DetachFromDisposeScope();
        }

        return _narrow;
    }

    /// <summary>Reads its own values in row-major order.</summary>
    public void Read(Span<float> values) => Read(_value, values);

    /// <summary>Reads what the network computes with, in row-major order.</summary>
    public void ReadUsed(Span<float> values) => Read(Used, values);

    /// <summary>Replaces its own values, in row-major order.</summary>
    public void Write(ReadOnlySpan<float> values)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        _value.copy_(tensor(values.ToArray(), Shape));
        Changed();
    }

    /// <summary>Makes the network compute with other values. Gradients at them change the parameter's own: straight through.</summary>
    public void Substitute(float[]? values)
    {
        _substitute?.Dispose();
        _substitute = values is null ? null : Leaf(values, _value.device);
        Changed();
    }

    /// <summary>To be called after <see cref="Value"/> was changed in place.</summary>
    public void Changed()
    {
        Version++;
        _narrow?.Dispose();
        _narrow = null;
    }

    public void Dispose()
    {
        _value.Dispose();
        _substitute?.Dispose();
        _narrow?.Dispose();
    }

    private long[] Shape => [.. Description.Shape.Select(static size => (long)size)];

    private Tensor Leaf(float[] values, Device device)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        Tensor leaf = tensor(values, Shape).to(device);
        // TorchSharp has no memory format in its interface; libtorch goes by strides: contiguous as [out, rows, columns, in] is channels
        // last.
        if (Shape.Length == 4)
            leaf = leaf.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        leaf = leaf.detach();
        leaf.requires_grad = IsTrained;
        return leaf.DetachFromDisposeScope();
    }

    /// <summary>Reads a tensor in row-major order.</summary>
    public static void Read(Tensor from, Span<float> values)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        Tensor row = from.detach().cpu().contiguous();
        MemoryMarshal.Cast<byte, float>(row.bytes)[..values.Length].CopyTo(values);
    }
}
