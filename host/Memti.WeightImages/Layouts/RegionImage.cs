using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Layouts;

/// <summary>The weight image of one region, as tensors, cells and bytes.</summary>
public sealed class RegionImage
{
    private RegionImage(
        ImageRequest request, IReadOnlyList<PlacedTensor> tensors, ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> levels) =>
        (Region, Memory, Task, Address, Layout, CapacityBytes, Tensors, Bytes, Levels) =
        (request.Region, request.Memory, request.Task, request.Address, request.Layout, request.CapacityBytes, tensors, bytes, levels);

    /// <summary>Name of the region.</summary>
    public string Region { get; }

    /// <summary>Name of the memory.</summary>
    public string Memory { get; }

    /// <summary>The task; null for values that all tasks share.</summary>
    public string? Task { get; }

    /// <summary>Address of the first byte.</summary>
    public ulong Address { get; }

    /// <summary>How values became bytes.</summary>
    public ImageLayout Layout { get; }

    /// <summary>Size of the region in bytes; null for unlimited.</summary>
    public long? CapacityBytes { get; }

    /// <summary>The tensors, in their order.</summary>
    public IReadOnlyList<PlacedTensor> Tensors { get; }

    /// <summary>The bytes in memory from <see cref="Address"/> on, whole words.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Level of each cell, in cell order; empty without multi-level cells.</summary>
    public ReadOnlyMemory<byte> Levels { get; }

    /// <summary>Number of words.</summary>
    public long Words => Bytes.Length / Layout.WordBytes;

    /// <summary>Number of cells, check bits included. Without multi-level cells each bit counts as one.</summary>
    public long Cells => Tensors.Sum(static tensor => tensor.Cells);

    /// <summary>Bits of all values.</summary>
    public long DataBits => Tensors.Sum(static tensor => (long)tensor.Values * tensor.Tensor.Bits);

    /// <summary>Check bits of all code words.</summary>
    public long CheckBits => Tensors.Sum(static tensor => tensor.CheckBits);

    /// <summary>Region and task as in names of files and symbols: <c>adapters.signs</c>.</summary>
    public string Name => Task is null ? Region : $"{Region}.{Task}";

    /// <summary>Finds a tensor by name.</summary>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.UnknownImage"/>: no such tensor; lists the
    /// known ones.</exception>
    public ImageTensor Find(string tensor) =>
        Tensors.FirstOrDefault(placed => placed.Tensor.Name == tensor)?.Tensor
            ?? throw ImageFinding.Unknown("tensor", tensor, [.. Tensors.Select(static placed => placed.Tensor.Name)]);

    /// <summary>Lays out a region.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="WeightImageCodes.BadImageLayout"/>, <see cref="WeightImageCodes.RegionTooSmall"/>,
    /// <see cref="WeightImageCodes.ImageAddress"/>, <see cref="ArrayCodes.BadErrorCorrection"/>.
    /// </exception>
    public static RegionImage Of(ImageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        LayoutRules.Check(request);
        var writer = new TensorWriter(request.Layout, request.CodecOf);
        foreach (ImageTensor tensor in request.Tensors)
            writer.Add(tensor);
        // Padding and check bits decide the size, so it is known only after the layout.
        LayoutRules.CheckSize(request, writer.Bytes.Length);
        return new RegionImage(request, writer.Tensors, writer.Bytes, writer.Levels);
    }
}
