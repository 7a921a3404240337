using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Memti.Pages.Markup;

/// <summary>Builds markup from an interpolated string: what the code says is kept, values are escaped.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation
{
    private readonly StringBuilder _markup;

    /// <summary>Begins; the compiler calls it.</summary>
    public HtmlInterpolation(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Adds what the code says.</summary>
    public void AppendLiteral(string literal) => _markup.Append(literal);

    /// <summary>Adds markup.</summary>
    public void AppendFormatted(Html markup) => _markup.Append(markup.Text);

    /// <summary>Adds pieces of markup.</summary>
    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (Html piece in pieces)
            _markup.Append(piece.Text);
    }

    /// <summary>Adds a number.</summary>
    public void AppendFormatted(long number) => _markup.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a text, escaped for element contents and for attributes in double quotes.</summary>
    public void AppendFormatted(string? text)
    {
        foreach (char sign in text ?? "")
        {
            string? entity = sign switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\0' => "\uFFFD",
                _ => null,
            };
            _ = entity is null ? _markup.Append(sign) : _markup.Append(entity);
        }
    }

    /// <inheritdoc />
    public override string ToString() => _markup.ToString();
}
