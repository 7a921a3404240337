using Memti.Training.Datasets.Generated;
using Memti.Training.Datasets.Generated.Tasks;

namespace Memti.Training.Tests.Datasets;

/// <summary>The page of the format cannot fall behind the code.</summary>
public sealed class DataFormatPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFiles.Of("docs", "data-format.md"));

    public static TheoryData<string> Tasks => [.. GeneratedTasks.All.Select(static task => task.Name)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_drawn_task_has_its_classes_and_images_on_the_page(string name)
    {
        GeneratedTask task = GeneratedTasks.All.Single(task => task.Name == name);

        Page.ShouldContain($"`{GeneratedSet.Prefix}{name}`");
        Page.ShouldContain(
            $"| `{name}` | 2 to {task.MostClasses} ({task.Defaults.Classes}) | {task.Defaults.Train} | {task.Defaults.Test} |");
    }

    [Theory]
    [InlineData("generated:signs?x=1")]
    [InlineData("fashion-mnist?x=1")]
    public void Every_option_is_on_the_page(string source)
    {
        foreach (string option in Findings.Of(source).Permitted!.Split(", "))
            Page.ShouldContain($"| `{option}` |");
    }
}
