using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Differences;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Layouts;
using Memti.WeightImages.Manifests;
using Memti.WeightImages.Provenance;

namespace Memti.WeightImages;

/// <summary>Images with their files, and what a manifest says of them.</summary>
public sealed class WeightImageSet
{
    private WeightImageSet(
        IReadOnlyList<ManifestRegion> regions, IReadOnlyList<ManifestTaskSwitch> switches, IReadOnlyList<NamedFile> files) =>
        (Regions, TaskSwitches, Files) = (regions, switches, files);

    /// <summary>For <see cref="WeightManifest.Regions"/>.</summary>
    public IReadOnlyList<ManifestRegion> Regions { get; }

    /// <summary>For <see cref="WeightManifest.TaskSwitches"/>.</summary>
    public IReadOnlyList<ManifestTaskSwitch> TaskSwitches { get; }

    /// <summary>The files of all images.</summary>
    public IReadOnlyList<NamedFile> Files { get; }

    /// <summary>Creates the files and manifest entries of weight images, in memory.</summary>
    /// <param name="images">All weight images of all regions.</param>
    /// <param name="formatsOf">Returns the file formats of a region by its name.</param>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.ImageOverlap"/>: the first pair of overlapping regions;
    /// <see cref="WeightImageCodes.ImageAddress"/>.</exception>
    public static WeightImageSet Of(IReadOnlyList<RegionImage> images, Func<string, IReadOnlyList<IImageFormat>> formatsOf)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(formatsOf);
        if (ImagePlacement.Check(images) is [Diagnostic overlap, ..])
            throw new MemtiException(overlap);
        List<NamedFile> files = [];
        IGrouping<string, RegionImage>[] regions = [.. images.GroupBy(static image => image.Region)];
        ManifestRegion[] described = [.. regions.Select(region => ImageDescription.Of([.. region], formatsOf(region.Key), files))];
        return new WeightImageSet(described, [.. regions.SelectMany(Switches)], files);
    }

    /// <summary>Writes the files, then the manifest with statement and bill of materials. Leaves files with unchanged bytes
    /// untouched.</summary>
    /// <param name="folder">Output folder, created if missing.</param>
    /// <param name="manifest">The manifest; its regions and task switches are replaced.</param>
    /// <returns>Path of the manifest.</returns>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public string Write(string folder, WeightManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        WholeFile.MakeFolder(folder);
        foreach (NamedFile file in Files)
            file.WriteTo(folder);
        ManifestDocuments.Write(folder, manifest with { Regions = Regions, TaskSwitches = TaskSwitches });
        return Path.Combine(folder, WeightManifest.FileName);
    }

    private static IEnumerable<ManifestTaskSwitch> Switches(IEnumerable<RegionImage> region)
    {
        RegionImage[] tasks = [.. region.Where(static image => image.Task is not null)];
        return tasks.SelectMany(from => tasks.Where(to => to != from).Select(to => Switch(from, to)));
    }

    private static ManifestTaskSwitch Switch(RegionImage from, RegionImage to)
    {
        ImageDiff diff = ImageDiff.Of(from, to);
        return new ManifestTaskSwitch(from.Region, from.Task!, to.Task!, diff.Cells, diff.CellsChanged, diff.BitsChanged);
    }
}
