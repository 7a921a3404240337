using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Documents.Files;
using Memti.Runs.Codes;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Designs;
using Memti.WeightImages.Checks;
using Memti.WeightImages.Differences;
using Memti.WeightImages.Layouts;
using Memti.WeightImages.Manifests;

namespace Memti.Runs.Deployments;

/// <summary>
/// Weight images that a simulation runs: every bit of them was verified, and sizes are theirs in place of those that follow from counts.
/// </summary>
public sealed class DeployedWeights
{
    /// <summary>Options of a memory of cells that decide which levels its cells have, and which of them are misread.</summary>
    private static readonly FrozenSet<string> OfContents =
        FrozenSet.Create("cell", "bits_per_cell", "value_cells", "encoding", "sense_offset", "packing");

    private readonly ManifestImages _images;
    private readonly ConcurrentDictionary<(RegionImage From, RegionImage To), ImageDiff> _differences = new();

    private DeployedWeights(string file, string sha256, ManifestImages images) => (File, Sha256, _images) = (file, sha256, images);

    /// <summary>The manifest, as the user named it.</summary>
    public string File { get; }

    /// <summary>SHA-256 of the manifest in lower case.</summary>
    public string Sha256 { get; }

    /// <summary>The manifest.</summary>
    public WeightManifest Manifest => _images.Manifest;

    /// <summary>Reads a manifest and verifies it with everything that it names.</summary>
    /// <exception cref="MemtiException">MEMTI72xx: damaged, with file and byte; missing; of another form.</exception>
    public static DeployedWeights Load(string manifest) =>
        new(manifest, WholeFile.Sha256(WholeFile.Read(manifest)), ManifestImages.Load(manifest));

    /// <summary>True when a design runs the images: the same model, options and tasks, in memories that hold the same.</summary>
    public bool Fits(DesignScenario design) => Difference(design) is null;

    /// <summary>Why a design does not run the images; null when it does.</summary>
    public string? Difference(DesignScenario design)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (design.OtherNetworks.Count > 0)
            return "it has several networks, and images are of one";
        if (design.Network.Kind != Manifest.Model.Kind)
            return $"its model is '{design.Network.Kind}', that of the images '{Manifest.Model.Kind}'";
        if (ComponentText.ValuesOfNetwork(design.Network.Options)
            .FirstOrDefault(option => Manifest.Model.Options.GetValueOrDefault(option.Key) != option.Value) is { Key: not null } other)
            return $"'{other.Key}' of its model is {other.Value}, that of the images "
                + $"{Manifest.Model.Options.GetValueOrDefault(other.Key) ?? "none"}";
        if (design.Tasks.FirstOrDefault(task => Manifest.Tasks.All(of => of.Name != task.Name)) is { } missing)
            return $"the images have no task '{missing.Name}'";
        if (design.Tasks.FirstOrDefault(task => task.Classes is not null && Manifest.Tasks.All(
            of => of.Name != task.Name || of.Classes != task.Classes)) is { } wider)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"its task '{wider.Name}' has {wider.Classes} classes, in the images "
                    + $"{Manifest.Tasks.First(of => of.Name == wider.Name).Classes}");
        if (Manifest.Regions.FirstOrDefault(region => design.Memories.All(memory => memory.Name != region.Memory)) is { } homeless)
            return $"it has no memory '{homeless.Memory}', in which region '{homeless.Name}' lies";
        return Manifest.Memories
            .Select(memory => Difference(memory, design.Memories.First(spec => spec.Name == memory.Name).Component))
            .FirstOrDefault(static difference => difference is not null);
    }

    /// <summary>Why values lie otherwise in a memory than in that of the images, or are read otherwise; null when they do not.</summary>
    private static string? Difference(ManifestMemory built, ComponentSpec memory)
    {
        if (memory.Kind != built.Kind)
            return $"its memory '{built.Name}' is of kind '{memory.Kind}', that of the images '{built.Kind}'";
        return ComponentText.Values(memory.Options).FirstOrDefault(option =>
            OfContents.Contains(option.Key) && built.Options.GetValueOrDefault(option.Key) != option.Value) is { Key: not null } other
            ? $"'{other.Key}' of its memory '{built.Name}' is {other.Value}, that of the images "
                + $"{built.Options.GetValueOrDefault(other.Key) ?? "none"}"
            : null;
    }

    /// <summary>Size of the parameters of a task, check bits included; null where no image holds them.</summary>
    public DataSize? TaskSet(string task)
    {
        if (_images.Images.FirstOrDefault(image => image.Task == task) is { } own)
            return DataSize.FromBits(own.DataBits + own.CheckBits);
        RegionImage? all = _images.Images.FirstOrDefault(image => image.Tensors.Any(tensor => tensor.Tensor.Task == task));
        return all is null ? null : DataSize.FromBits(all.Tensors.Where(tensor => tensor.Tensor.Task == task).Sum(Bits));
    }

    /// <summary>The image of a task's parameters in a memory; null where there is none of the task alone.</summary>
    internal RegionImage? Image(string memory, string task) =>
        _images.Images.FirstOrDefault(image => image.Memory == memory && image.Task == task);

    /// <summary>What must be written to put one image in the place of another; worked out once.</summary>
    internal ImageDiff Difference(RegionImage from, RegionImage to) =>
        _differences.GetOrAdd((from, to), static pair => ImageDiff.Of(pair.From, pair.To));

    /// <summary>The images for a model, which must be stored as they hold it.</summary>
    /// <param name="difference">Why the accelerator has parameters stored otherwise; null where every one takes a word.</param>
    /// <exception cref="MemtiException"><see cref="RunCodes.DeploymentDoesNotFit"/>: it has them stored otherwise.</exception>
    internal DeployedWeights For(string? difference) => difference is null
        ? this
        : throw Unreadable(File, difference);

    /// <summary>Images that an accelerator does not read, because it has parameters stored otherwise.</summary>
    internal static MemtiException Unreadable(string manifest, string difference) =>
        new(Unfit(manifest, $"{difference}. Run the scenario without images, or with an accelerator that reads them."));

    /// <summary>What a memory holds of the images at one time; null where no region lies in it.</summary>
    /// <param name="memory">Name of the memory.</param>
    /// <param name="residentTasks">Task sets that it holds at one time.</param>
    /// <param name="pinned">Names of tasks that are among them at all times.</param>
    /// <param name="parameters">Parameters that it has to hold.</param>
    /// <exception cref="MemtiException"><see cref="RunCodes.DeploymentDoesNotFit"/>: the region lacks some of them.</exception>
    internal IReadOnlyList<ContentBlock>? Contents(string memory, int residentTasks, IReadOnlyList<string> pinned, long parameters)
    {
        IGrouping<string, RegionImage>[] regions = [.. _images.Images
            .Where(image => image.Memory == memory)
            .GroupBy(static image => image.Region)];
        if (regions.Length == 0)
            return null;
        PlacedTensor[] tensors =
            [.. regions.SelectMany(region => Resident(region, residentTasks, pinned)).SelectMany(static image => image.Tensors)];
        long held = tensors.Sum(static tensor => (long)tensor.Values);
        return held >= parameters
            ? [.. tensors.SelectMany(Blocks)]
            : throw Lacking(
                string.Create(
                    CultureInfo.InvariantCulture, $"memory '{memory}' has to hold {parameters} parameters, and its regions hold {held}"));
    }

    private MemtiException Lacking(string what) => new(Unfit(File, $"{what}. Build the images from this scenario."));

    private static Diagnostic Unfit(string manifest, string what) =>
        new(RunCodes.DeploymentDoesNotFit, $"the weight images '{manifest}' cannot be run: {what}")
        {
            Key = "weights",
            Value = manifest,
        };

    private static IEnumerable<RegionImage> Resident(IEnumerable<RegionImage> region, int tasks, IReadOnlyList<string> pinned) =>
    [
        .. region.Where(static image => image.Task is null),
        .. region
            .Where(static image => image.Task is not null)
            .OrderByDescending(image => pinned.Contains(image.Task!))
            .ThenByDescending(static image => image.DataBits + image.CheckBits)
            .Take(tasks),
    ];

    private static long Bits(PlacedTensor tensor) => ((long)tensor.Values * tensor.Tensor.Bits) + tensor.CheckBits;

    private static IEnumerable<ContentBlock> Blocks(PlacedTensor tensor)
    {
        yield return new ContentBlock(tensor.Values, tensor.Tensor.Bits);
        if (tensor.CheckBits > 0)
            yield return tensor.Codec is { } codec
                ? new ContentBlock(tensor.Cells - ((long)tensor.Values * codec.Cells.Cells), codec.Cells.Bits.Max())
                : new ContentBlock(tensor.CheckBits, 1);
    }
}
