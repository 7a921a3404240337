using System.Globalization;

namespace Memti.Networks.Inputs;

/// <summary>What a user says of the inputs of an ONNX graph: a batch, and shapes that the file leaves open or fixes otherwise.</summary>
public sealed record NetworkInputs
{
    /// <summary>Largest batch.</summary>
    public const int MostFrames = 65_536;

    /// <summary>What is permitted for the shape of an input.</summary>
    public const string Permitted = "NAME=SIZExSIZE..., such as image=1x3x224x224: 1 to 16 sizes of 1 to 2147483647";

    private const int MostRank = 16;

    /// <summary>Nothing is said: the file states all shapes, and a batch without a number is one frame.</summary>
    public static NetworkInputs None { get; } = new();

    /// <summary>
    /// Frames that the graph takes at once; null for one. The layers are those of one frame, whatever the batch. Range: 1 to
    /// <see cref="MostFrames"/>. Default: null.
    /// </summary>
    public int? Batch { get; init; }

    /// <summary>Shapes by the name of the input, batch included. Default: none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<long>> Shapes { get; init; } = new Dictionary<string, IReadOnlyList<long>>();

    /// <summary>True when something is said.</summary>
    public bool AreStated => Batch is not null || Shapes.Count > 0;

    /// <summary>Text that is the same for the same batch and shapes, whatever their order.</summary>
    public string Key => string.Join(
        '\n',
        Shapes.OrderBy(static shape => shape.Key, StringComparer.Ordinal)
            .Select(static shape => $"{shape.Key}={string.Join('x', shape.Value)}")
            .Prepend(Batch?.ToString(CultureInfo.InvariantCulture) ?? ""));

    /// <summary>Reads shapes such as <c>image=1x3x224x224</c>; the name ends at the last <c>=</c>.</summary>
    /// <param name="texts">The shapes, one each.</param>
    /// <param name="shapes">The shapes by name; those before the wrong one where one is wrong.</param>
    /// <returns>The text that is wrong, or that names an input twice; null when all are right.</returns>
    public static string? Read(IEnumerable<string> texts, out IReadOnlyDictionary<string, IReadOnlyList<long>> shapes)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Dictionary<string, IReadOnlyList<long>> read = new(StringComparer.Ordinal);
        shapes = read;
        foreach (string text in texts)
            if (!TryRead(text, out string name, out long[] sizes) || !read.TryAdd(name, sizes))
                return text;
        return null;
    }

    private static bool TryRead(string text, out string name, out long[] sizes)
    {
        int end = text.LastIndexOf('=');
        name = end > 0 ? text[..end].Trim() : "";
        string[] parts = end > 0 ? text[(end + 1)..].Trim().Split('x') : [];
        sizes = new long[parts.Length];
        for (int axis = 0; axis < parts.Length; axis++)
            if (!long.TryParse(parts[axis], NumberStyles.None, CultureInfo.InvariantCulture, out sizes[axis])
                || sizes[axis] is < 1 or > int.MaxValue)
                return false;
        return name.Length > 0 && parts.Length is > 0 and <= MostRank;
    }
}
