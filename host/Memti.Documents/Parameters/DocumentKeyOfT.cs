using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary>A key whose values have a type: <c>new("epochs", "Passes over the images", 1, 10_000) { Fallback = 20 }</c>.</summary>
/// <typeparam name="T">The type; nullable where nothing holds when the key is left out.</typeparam>
public class DocumentKey<T> : DocumentKey
{
    /// <summary>A key of a special type.</summary>
    public DocumentKey(string name, string description, ParameterType type)
        : base(name, description) => Type = type;

    /// <summary>A key of a plain type: a number, a word, a text or a truth value.</summary>
    public DocumentKey(string name, string description, double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity)
        : this(name, description, TypeOf(new ValueRange(minimum, maximum)))
    {
    }

    /// <summary>The value when the key is left out or cannot be read.</summary>
    public T Fallback
    {
        get => DefaultValue is T value ? value : default!;
        init => DefaultValue = value;
    }

    /// <inheritdoc />
    public override ParameterType Type { get; }

    /// <summary>The value of the key in a mapping, or <see cref="Fallback"/>; what is wrong becomes a finding.</summary>
    public T Read(Section section)
    {
        TryRead(section, out T value);
        return value;
    }

    /// <summary>The same; false when the mapping has the key, but its value is wrong.</summary>
    public bool TryRead(Section section, out T value)
    {
        value = Fallback;
        if (Find(section) is not { } node)
            return true;
        bool sound = TryRead(node, section.Findings, out object? read);
        if (sound)
            value = (T)read!;
        return sound;
    }

    private static ParameterType TypeOf(ValueRange range) =>
        ParameterType.Of(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), range) is not { } type
            ? throw new NotSupportedException(typeof(T).Name)
        : type is TextType ? new TextType { Longest = TextType.LongestOfDocument }
        : type;
}
