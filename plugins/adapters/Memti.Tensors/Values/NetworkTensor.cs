using Memti.Tensors.Buffers;

namespace Memti.Tensors.Values;

/// <summary>
/// A parameter or running statistic of a network, addressed in row-major order of its PyTorch shape. A substitute can cover its values: the
/// network then computes with the substitute, while training still changes the values (straight-through).
/// </summary>
public sealed unsafe class NetworkTensor
{
    private readonly Arena _arena;
    private readonly TensorLayout _layout;
    private float* _substitute;

    internal NetworkTensor(Arena arena, string name, TensorRole role, bool trained, int[] shape, int storedInputs, int storedOutputs)
    {
        (_arena, Name, Role, Shape) = (arena, name, role, shape);
        _layout = new TensorLayout(shape, storedInputs, storedOutputs);
        Values = arena.Floats(_layout.StoredCount);
        if (!trained)
            return;
        Gradient = arena.Floats(_layout.StoredCount);
        Momentum = arena.Floats(_layout.StoredCount);
    }

    /// <summary>Name as in a state dictionary, such as <c>stage1.block1.conv1.weight</c>.</summary>
    public string Name { get; }

    /// <summary>Role of the tensor.</summary>
    public TensorRole Role { get; }

    /// <summary>Sizes, outermost first.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Number of values.</summary>
    public int Count => _layout.Count;

    /// <summary>True when training changes the tensor.</summary>
    public bool IsTrained => Gradient != null;

    /// <summary>True while a substitute covers the values.</summary>
    public bool IsSubstituted { get; private set; }

    /// <summary>Values in the order of the computation, with channels padded by zeros.</summary>
    internal float* Values { get; }

    /// <summary>
    /// Gradient of the last <c>ResidualNetwork.Backward</c> in the order of <see cref="Values"/>; null when not trained.
    /// </summary>
    internal float* Gradient { get; }

    /// <summary>Momentum in the order of <see cref="Values"/>; null when not trained.</summary>
    internal float* Momentum { get; }

    /// <summary>Values with which the network computes: the substitute, or the values without one.</summary>
    internal float* Used => IsSubstituted ? _substitute : Values;

    /// <summary>Floats of <see cref="Values"/>.</summary>
    internal int StoredCount => _layout.StoredCount;

    /// <summary>Changes whenever the contents of <see cref="Used"/> change.</summary>
    internal long Version { get; private set; }

    /// <summary>Copies the values, not the substitute.</summary>
    /// <param name="values">Receives <see cref="Count"/> values.</param>
    /// <exception cref="ArgumentException">Another number of values.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void Read(Span<float> values) => Unpack(Values, values);

    /// <summary>Overwrites the values. A substitute and the momentum stay.</summary>
    /// <exception cref="ArgumentException">Another number of values than <see cref="Count"/>.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void Write(ReadOnlySpan<float> values)
    {
        Pack(values, Values);
        Changed();
    }

    /// <summary>Substitutes the values in computations, until <see cref="ClearEffective"/> or the next call.</summary>
    /// <exception cref="ArgumentException">Another number of values than <see cref="Count"/>.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void SetEffective(ReadOnlySpan<float> values)
    {
        _layout.Check(values.Length);
        _arena.ThrowIfDisposed();
        // Allocated at the first use: a network that only trains needs no substitutes.
        if (_substitute == null)
            _substitute = _arena.Floats(_layout.StoredCount);
        Pack(values, _substitute);
        IsSubstituted = true;
        Version++;
    }

    /// <summary>Removes the substitute.</summary>
    public void ClearEffective()
    {
        Version += IsSubstituted ? 1 : 0;
        IsSubstituted = false;
    }

    /// <summary>Copies the values with which the network computes: the substitute, or the values without one.</summary>
    /// <exception cref="ArgumentException">Another number of values than <see cref="Count"/>.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void ReadEffective(Span<float> values) => Unpack(Used, values);

    /// <summary>Copies the gradient of the mean loss from the last backward pass, without weight decay.</summary>
    /// <exception cref="ArgumentException">Another number of values than <see cref="Count"/>.</exception>
    /// <exception cref="InvalidOperationException">The tensor is not trained.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void ReadGradient(Span<float> gradient) => Unpack(Trained(Gradient), gradient);

    internal void ReadMomentum(Span<float> momentum) => Unpack(Trained(Momentum), momentum);

    internal void WriteMomentum(ReadOnlySpan<float> momentum) => Pack(momentum, Trained(Momentum));

    /// <summary>Records that <see cref="Values"/> changed.</summary>
    // Under a substitute the used values stay, so nothing has to be packed again.
    internal void Changed() => Version += IsSubstituted ? 0 : 1;

    private float* Trained(float* values) => values != null ? values : throw new InvalidOperationException($"'{Name}' is not trained.");

    private void Unpack(float* stored, Span<float> values)
    {
        _layout.Check(values.Length);
        _arena.ThrowIfDisposed();
        _layout.Unpack(stored, values);
    }

    private void Pack(ReadOnlySpan<float> values, float* stored)
    {
        _layout.Check(values.Length);
        _arena.ThrowIfDisposed();
        _layout.Pack(values, stored);
    }
}
