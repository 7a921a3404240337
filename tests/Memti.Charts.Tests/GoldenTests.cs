using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Memti.Charts.Tests;

/// <summary>
/// Every kind of chart, wide and narrow, against a drawing that somebody has looked at. Set <c>MEMTI_APPROVE=1</c> to write the drawings
/// anew, and look at them.
/// </summary>
public sealed class GoldenTests
{
    public static TheoryData<string, int> Drawings
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (string name in Samples.All.Keys)
            {
                all.Add(name, 720);
                all.Add(name, 340);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Drawings))]
    public void A_chart_is_drawn_as_it_was_approved(string name, int width)
    {
        string drawn = Samples.All[name].Draw(new ChartFormat { Width = width });
        string file = Path.Combine(Folder(), $"{name}-{width}.svg");
        if (Environment.GetEnvironmentVariable("MEMTI_APPROVE") == "1")
            File.WriteAllText(file, drawn);
        drawn.ShouldBe(File.ReadAllText(file));
    }

    [Theory]
    [MemberData(nameof(Drawings))]
    public void A_chart_is_well_formed_and_no_text_is_under_11_pixels(string name, int width)
    {
        XDocument svg = XDocument.Parse(Samples.All[name].Draw(new ChartFormat { Width = width }));
        XName size = "font-size";
        svg.Descendants().Attributes(size).Select(static value => (double)value).ShouldAllBe(static value => value >= 11);
    }

    [Fact]
    public void Names_are_text_and_never_markup()
    {
        string svg = Samples.All["stacked"].Draw();
        svg.ShouldNotContain("<b>");
        XDocument.Parse(svg).Descendants().Select(static element => element.Name.LocalName).ShouldNotContain("b");
    }

    [Fact]
    public void A_chart_narrower_than_its_parts_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Samples.All["stacked"].Draw(new ChartFormat { Width = Chart.LeastWidth - 1 }));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");
}
