using Memti.Abstractions.Training;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Generated;
using Memti.Training.Datasets.Generated.Painting;
using Memti.Training.Datasets.Generated.Tasks;

namespace Memti.Training.Tests.Datasets.Generated;

public sealed class GeneratedTests
{
    public static TheoryData<string> Tasks => [.. GeneratedTasks.All.Select(static task => task.Name)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void An_image_depends_on_no_other_image(string task)
    {
        Dataset few = DatasetSource.Read($"generated:{task}?classes=4&train=8&test=4&validation=0");
        Dataset more = DatasetSource.Read($"generated:{task}?classes=4&train=40&test=5&validation=0");

        more.Train.Pixels[..few.Train.Pixels.Length].ToArray().ShouldBe(few.Train.Pixels.ToArray());
        more.Test.Image(3).ToArray().ShouldBe(few.Test.Image(3).ToArray());
        more.Train.Image(0).ToArray().ShouldNotBe(more.Test.Image(0).ToArray());
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Another_seed_draws_other_images(string task) =>
        DatasetSource.Read($"generated:{task}?train=70&test=4&seed=2").Sha256
            .ShouldNotBe(DatasetSource.Read($"generated:{task}?train=70&test=4").Sha256);

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Every_class_has_as_many_images_and_a_name_of_its_own(string task)
    {
        Dataset set = DatasetSource.Read($"generated:{task}?train=96&test=96&classes=12&validation=0");

        set.Train.Labels.ToArray().CountBy(static label => label).ShouldAllBe(static entry => entry.Value == 8);
        set.Origin.ClassNames.Count.ShouldBe(12);
        set.Origin.ClassNames.ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Names_of_all_classes_differ(string task)
    {
        GeneratedTask drawn = GeneratedTasks.All.Single(drawn => drawn.Name == task);

        Enumerable.Range(0, drawn.MostClasses).Select(drawn.ClassName).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_larger_size_is_drawn_and_not_scaled(string task)
    {
        ImageSet large = DatasetSource.Read($"generated:{task}?train=12&test=2&classes=4&size=64&validation=0").Train;

        (large.Height, large.Width, large.Count).ShouldBe((64, 64, 12));
        large.Image(0).ToArray().Distinct().Count().ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("signs", "2bfc4ae75f6b7325b4f4a14029d12b290cbf05a374187a1d249a8e8a216aedc9")]
    [InlineData("textures", "1ec583823db0d42a5866d13ee6c4bbb8f8fcfe9ea5e33aac47d17923a9c5df0b")]
    [InlineData("motion", "a5f985b260b8fd5fc72c85fd8672e1f8eff3ce5d41b706a7b1abaf79eedea26c")]
    [InlineData("world", "361ec78a262325359c894612b688185a070923f4029a5b9830925d12d6a16a84")]
    public void The_same_bytes_are_drawn_everywhere(string task, string sha256) =>
        DatasetSource.Read($"generated:{task}?train=64&test=16&classes=12").Sha256.ShouldBe(sha256);

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(0.125, 0.70710678)]
    [InlineData(0.25, 1.0)]
    [InlineData(-0.25, -1.0)]
    [InlineData(1.5, 0.0)]
    [InlineData(7.0 / 12, -0.5)]
    public void The_sine_of_turns_is_a_sine(double turns, double sine) => Wave.Sine(turns).ShouldBe(sine, 4e-6);
}
