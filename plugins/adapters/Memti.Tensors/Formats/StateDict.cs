using System.Diagnostics.CodeAnalysis;

namespace Memti.Tensors.Formats;

/// <summary>Named tensors in insertion order.</summary>
public sealed class StateDict
{
    private readonly List<StateTensor> _tensors = [];
    private readonly Dictionary<string, StateTensor> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _passedOver = new(StringComparer.Ordinal);

    /// <summary>The tensors, in order.</summary>
    public IReadOnlyList<StateTensor> Tensors => _tensors;

    /// <summary>Tensors of a file that were not read, because their values are no floating-point numbers: types by name.</summary>
    public IReadOnlyDictionary<string, string> PassedOver => _passedOver;

    /// <summary>Adds a tensor at the end.</summary>
    /// <exception cref="ArgumentException">The name exists, or the number of values does not match the shape.</exception>
    public void Add(StateTensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        long count = tensor.Shape.Aggregate(1L, static (product, size) => checked(product * size));
        if (count != tensor.Values.Length)
            throw new ArgumentException($"'{tensor.Name}' has {tensor.Values.Length} values; its shape has {count}.", nameof(tensor));
        if (!_byName.TryAdd(tensor.Name, tensor))
            throw new ArgumentException($"There are two tensors '{tensor.Name}'.", nameof(tensor));
        _tensors.Add(tensor);
    }

    /// <summary>Notes a tensor that was not read.</summary>
    /// <param name="name">Name of the tensor.</param>
    /// <param name="type">Type of its values, such as <c>I64</c>.</param>
    public void PassOver(string name, string type) => _passedOver.Add(name, type);

    /// <summary>Finds a tensor by its name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out StateTensor? tensor) => _byName.TryGetValue(name, out tensor);
}
