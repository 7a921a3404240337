namespace Memti.Training.Datasets.Idx;

/// <summary>A byte array from an IDX file, the format of MNIST.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Sizes">1 to 4 sizes, slowest first.</param>
/// <param name="Values">The elements, last size fastest.</param>
internal sealed record IdxArray(string File, IReadOnlyList<int> Sizes, byte[] Values)
{
    /// <summary>Bytes of the header.</summary>
    public int HeadBytes => 4 + 4 * Sizes.Count;
}
