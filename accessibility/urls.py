from django.urls import path

from . import views

app_name = "accessibility"

urlpatterns = [
    path("display/", views.switch, name="switch"),
    path("elder/", views.elder, name="elder"),
]
