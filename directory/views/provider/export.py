from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from directory.mine.export import export_of


@never_cache
@login_required
@require_safe
def my_export(request):
    """Everything that is stored about whoever asks, as one file."""
    name = f"psychly-{timezone.localdate():%Y-%m-%d}.json"
    return JsonResponse(
        export_of(request.user),
        json_dumps_params={"indent": 2, "ensure_ascii": False},
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
