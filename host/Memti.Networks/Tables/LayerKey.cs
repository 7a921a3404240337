namespace Memti.Networks.Tables;

/// <summary>A field of a layer in a table.</summary>
/// <param name="Name">The key, or the head of the column.</param>
/// <param name="Type">What it takes.</param>
/// <param name="Permitted">The values that it takes, in words.</param>
/// <param name="Default">What holds when it is left out; <c>required</c> where nothing does.</param>
/// <param name="Description">What it is, in one line.</param>
public sealed record LayerKey(string Name, LayerKeyType Type, string Permitted, string Default, string Description)
{
    /// <summary>Greatest number that is taken; 0 for what is no number. The least is 1.</summary>
    public int Most { get; init; }
}
