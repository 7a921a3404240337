using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Documents.Words;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Images;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Requests;
using Memti.WeightImages.Layouts;

namespace Memti.Training.Weights.Tasks;

/// <summary>
/// Contents of the memories of a design: shared parameters first, then those of tasks. A memory with fewer slots than tasks has one weight
/// image per task, of which one is present at a time.
/// </summary>
internal sealed class RegionContents(
    WeightProject project, IReadOnlyList<ImageTensor> shared, IReadOnlyList<(string Name, IReadOnlyList<ImageTensor> Tensors)> tasks)
{
    /// <summary>The weight images of a region.</summary>
    /// <exception cref="MemtiException">MEMTI72xx, at the place of the region.</exception>
    public IReadOnlyList<RegionImage> Of(WeightRegion region)
    {
        MemorySpec memory = project.Design.Memories.First(memory => memory.Name == region.Memory);
        IReadOnlyList<ImageTensor> always = [.. Shared(memory), .. AllTasks(memory)];
        if (!project.Placement.IsSwitched(memory, tasks.Count))
            return [Image(region, memory, null, always)];
        return [.. tasks.Select(task => Image(region, memory, task.Name, [.. always, .. task.Tensors]))];
    }

    private IEnumerable<ImageTensor> Shared(MemorySpec memory) =>
        project.Placement.ContentsOf(memory).HasFlag(MemoryContents.Shared) ? shared : [];

    private IEnumerable<ImageTensor> AllTasks(MemorySpec memory) => project.Placement.HasAllTasks(memory, tasks.Count)
        ? tasks.SelectMany(static task => task.Tensors.Select(tensor => tensor with { Name = $"{task.Name}/{tensor.Name}" }))
        : [];

    private RegionImage Image(WeightRegion region, MemorySpec memory, string? task, IReadOnlyList<ImageTensor> tensors)
    {
        try
        {
            Func<int, ValueCodec?> codecOf = project.CodecOf(memory);
            return RegionImage.Of(new ImageRequest
            {
                Region = region.Name,
                Memory = memory.Name,
                Task = task,
                Address = region.Address,
                Layout = Layout(
                    project.Spec(memory) ?? new ImageSpec(), hasLevels: tensors.Count > 0 && codecOf(tensors[0].Bits) is not null),
                Tensors = tensors,
                CodecOf = codecOf,
                CapacityBytes = region.CapacityBytes,
            });
        }
        catch (MemtiException error) when (error.Diagnostic.File is null)
        {
            throw new MemtiException(RequestValidator.At(region.Place, error.Diagnostic), error);
        }
    }

    private static ImageLayout Layout(ImageSpec spec, bool hasLevels) => new()
    {
        WordBits = spec.WordBits,
        ByteOrder = spec.ByteOrder,
        BitOrder = spec.BitOrder,
        Packing = spec.Packing ?? (hasLevels ? CellPacking.Dense : CellPacking.Values),
        Ecc = spec.Ecc,
    };
}
