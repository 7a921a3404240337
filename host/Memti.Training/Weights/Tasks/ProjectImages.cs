using Memti.Abstractions.Diagnostics;
using Memti.Training.Plans;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Requests;
using Memti.WeightImages;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Layouts;

namespace Memti.Training.Weights.Tasks;

/// <summary>Creates the weight images of a project's regions in memory.</summary>
internal sealed class ProjectImages(WeightProject project)
{
    private readonly WeightRequest _request = project.Request;

    /// <summary>Lays out the parameters of tasks, and writes them in the formats of the regions.</summary>
    /// <param name="tasks">Name, classes and trained parameters of each task; null parameters mean those before training.</param>
    /// <exception cref="MemtiException">MEMTI72xx, at the place of a region.</exception>
    public WeightImageSet Of(IReadOnlyList<(string Name, int Classes, WeightSource? Weights)> tasks)
    {
        var codes = new StoredCodes(project);
        (string, IReadOnlyList<ImageTensor>)[] stored =
            [.. tasks.Select(task => (task.Name, codes.Of(task.Name, task.Classes, task.Weights)))];
        var contents = new RegionContents(project, codes.Shared, stored);
        return Written([.. _request.Regions.SelectMany(contents.Of)]);
    }

    /// <summary>Detects regions that are too small, overlap or cannot be written, before hours of training. Sizes do not depend on
    /// values.</summary>
    /// <exception cref="MemtiException">MEMTI72xx, at the place of a region.</exception>
    public void RequireRoom()
    {
        // Without regions there is nothing to check; when only the images know their classes, sizes are known after training.
        if (_request.Regions.Count > 0 && _request.Tasks.All(task => project.Classes(task) is not null))
            Of([.. _request.Tasks.Select(task => (task.Name, project.Classes(task)!.Value, (WeightSource?)null))]);
    }

    private WeightImageSet Written(IReadOnlyList<RegionImage> images)
    {
        try
        {
            return WeightImageSet.Of(images, name => [.. Region(name)!.Formats.Distinct().Select(ImageFormats.Find)]);
        }
        catch (MemtiException error) when (Region(error.Diagnostic.Key?.Split('.')[0]) is { } culprit)
        {
            throw new MemtiException(RequestValidator.At(culprit.Place, error.Diagnostic), error);
        }
    }

    private WeightRegion? Region(string? name) => _request.Regions.FirstOrDefault(region => region.Name == name);
}
